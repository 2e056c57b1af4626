import { profileNamed } from "../../base/profile.ts";
import { runStreams } from "../../base/run_streams.ts";
import { pixelsPerImage } from "../../image/digit_size.ts";
import { stratifiedSubset } from "../../preprocess/dataset/stratified_subset.ts";
import type { TrainingData } from "../../train/training_data.ts";
import type { RunNews } from "./run_news.ts";
import type { RunSettings } from "./run_settings.ts";
import { trainingRun } from "./training_run.ts";
import type { TrainerSetup } from "./trainer_setup.ts";

/** What a page holds for training. */
export interface TrainerContent {
  readonly setup: TrainerSetup;
  /** Labels, then images, 784 bytes each; those to learn from first. */
  readonly images: Uint8Array<ArrayBuffer>;
  /** The first weights of one network after another. */
  readonly weights: Float32Array<ArrayBuffer>;
}

/** What trains, run after run, wherever that is. */
export interface Trainer {
  /** How many images there are to learn from. */
  readonly images: number;
  /** Trains until the run is over or stopped.
   *
   * @param hear is told the news, several at a time
   * @throws {Error} what `trainingRun` throws */
  train(settings: RunSettings, hear: (news: readonly RunNews[]) => void): Promise<void>;
  /** Ends the run at hand, if there is one. */
  stop(): void;
}

/** Trains in the thread that it is made in, some milliseconds at a time, so that the thread hears of other
 * things in between. */
export class Session implements Trainer {
  readonly images: number;
  readonly #content: TrainerContent;
  readonly #data: TrainingData;
  readonly #slice: number;
  #isStopped = false;

  /** @param options.slice for how many milliseconds it trains at a time
   * @param options.most of the images to learn from are taken, as many of each digit as in all */
  constructor(
    content: TrainerContent,
    { slice, most = Infinity }: { readonly slice: number; readonly most?: number },
  ) {
    this.#content = content;
    this.#data = dataOf(content, most);
    this.#slice = slice;
    this.images = this.#data.train.size;
  }

  async train(settings: RunSettings, hear: (news: readonly RunNews[]) => void): Promise<void> {
    this.#isStopped = false;
    const { setup, weights } = this.#content;
    const { blueprint } = setup.networks[settings.network];
    const [first, end] = weightsAt(setup, settings.network);
    const start = { blueprint, weights: weights.subarray(first, end) };
    let news: RunNews[] = [];
    let began = performance.now();
    for (const each of trainingRun(this.#data, start, settings)) {
      news.push(each);
      if (performance.now() - began < this.#slice) continue;
      hear(news);
      news = [];
      await new Promise((resolve) => setTimeout(resolve));
      if (this.#isStopped) return;
      began = performance.now();
    }
    hear(news);
  }

  stop(): void {
    this.#isStopped = true;
  }
}

function dataOf({ setup, images: bytes }: TrainerContent, most: number): TrainingData {
  const { train, validation } = setup.images;
  const size = train + validation;
  const pixels = (from: number, count: number): Uint8Array => {
    const first = size + from * pixelsPerImage;
    return bytes.subarray(first, first + count * pixelsPerImage);
  };
  const all = { images: pixels(0, train), labels: bytes.subarray(0, train), size: train };
  return {
    train: most < train
      ? stratifiedSubset(all, most, runStreams(profileNamed("quick").seed).subset)
      : all,
    validation: {
      images: pixels(train, validation),
      labels: bytes.subarray(train, size),
      size: validation,
    },
  };
}

/** Where the weights of a network begin and end, in floats. */
function weightsAt({ networks }: TrainerSetup, network: number): [first: number, end: number] {
  const sizes = networks.map(({ blueprint: { trained, averaged } }) =>
    [...trained, ...averaged].reduce(
      (sum, { shape }) => sum + shape.reduce<number>((size, length) => size * length!, 1),
      0,
    )
  );
  const first = sizes.slice(0, network).reduce((sum, size) => sum + size, 0);
  return [first, first + sizes[network]];
}
