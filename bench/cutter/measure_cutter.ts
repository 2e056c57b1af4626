import type { Rng } from "@lib/base/rng.ts";
import { printNote } from "@lib/commands/cli/print.ts";
import type { Dataset } from "@lib/download/dataset.ts";
import { type DecodedImage, decodeImage } from "@lib/preprocess/decode/decode_image.ts";
import { difficulties, drawPages } from "../reading/draw_pages.ts";
import type { LabelledSample } from "../reading/labelled_samples.ts";
import { pictureReader } from "../reading/picture_reader.ts";
import { readUncut } from "../reading/read_uncut.ts";
import { judges, type Racers, readByCuts } from "./read_by_cuts.ts";

/** Kinds of synthetic photographs that are measured. */
export const cutterKinds = ["line", "touching", "lines", "cheque"] as const;

/** The ways past the cuts: the cuts judged by each, the line reader alone, both shipped readers, and the line reader
 * with the cutter. */
export const ways = [...judges, "line", "both", "team"] as const;

/** Shares of images that are exactly right, by way; and of how many images. */
export type RaceResult =
  & Readonly<Record<typeof ways[number], number>>
  & { readonly images: number };

/** Measures the share of images that each way reads exactly, all on the same images.
 *
 * @param data whose digits are written on the synthetic photographs
 * @param count how many of each kind and difficulty
 * @param samples photographs besides
 * @returns by kind, all difficulties together; the samples as `samples`
 */
export async function measureCutter(
  models: Racers,
  data: Dataset,
  { count, rng, samples = [] }: {
    readonly count: number;
    readonly rng: Rng;
    readonly samples?: readonly LabelledSample[];
  },
): Promise<Record<string, RaceResult>> {
  const results: Record<string, RaceResult> = {};
  for (const kind of cutterKinds) {
    printNote(`The race on synthetic photographs: ${kind}`);
    const score = new Score(models);
    for (const difficulty of difficulties) {
      for (const { image, text } of drawPages(data, kind, difficulty, count, rng)) {
        await score.add(image, text);
      }
    }
    results[kind] = score.result();
  }
  if (samples.length > 0) {
    printNote("The race on samples");
    const score = new Score(models);
    for (const { path, text } of samples) await score.add(await decodeImage(path), text);
    results.samples = score.result();
  }
  return results;
}

class Score {
  readonly #models: Racers;
  readonly #right = Object.fromEntries(ways.map((way) => [way, 0])) as Record<
    typeof ways[number],
    number
  >;
  #images = 0;

  constructor(models: Racers) {
    this.#models = models;
  }

  async add(image: DecodedImage, wanted: string): Promise<void> {
    const { classifier, lineReader } = this.#models;
    const texts = {
      ...await readByCuts(this.#models, image),
      line: await readUncut(lineReader, image),
      both: (await pictureReader(classifier, lineReader)(image)).text,
    };
    for (const way of ways) this.#right[way] += Number(texts[way] === wanted);
    this.#images++;
  }

  result(): RaceResult {
    const shares = Object.fromEntries(
      ways.map((way) => [way, this.#right[way] / this.#images]),
    ) as Record<typeof ways[number], number>;
    return { images: this.#images, ...shares };
  }
}
