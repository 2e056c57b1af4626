import { initBackend } from "@lib/backend/backend.ts";
import { projectPath } from "@lib/base/paths.ts";
import { profileNamed } from "@lib/base/profile.ts";
import { summariseModel } from "@lib/model/summarise_model.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { writeAtomic } from "@lib/base/write_atomic.ts";
import { printNote } from "@lib/commands/cli/print.ts";
import type { Dataset } from "@lib/download/dataset.ts";
import { pixelsPerImage } from "@lib/image/digit_size.ts";
import { newEpoch } from "@lib/preprocess/dataset/epoch.ts";
import { renderSvg } from "@lib/report/svg/render_svg.ts";
import { startEngine } from "@lib/train/start_engine.ts";
import { median } from "@lib/base/statistics.ts";
import { buildScaledNetwork } from "./networks.ts";
import { randomImages } from "./random_images.ts";
import { scalingFigure } from "./scaling_figure.ts";
import type { Scaling, ScalingPoint } from "./scaling_panels.ts";
import { type Measured, writeResults } from "./write_results.ts";

type Setting = Pick<ScalingPoint, "images" | "workers" | "width">;

const imageCounts = [1_000, 10_000, 60_000];
const widths = [0.5, 1, 2, 4];

/** Large enough for eight workers to have shares that pay off. */
const batchSize = 128;

/** How long an epoch takes, by the number of images, of workers, and by the width of the network:
 * from the untrained model to the trained one, the start of the workers included.
 *
 * @param rounds how many; of these the medians
 * @returns the numbers, which also go to `results/scaling.json`, and as a picture to
 *   `results/scaling.svg`
 */
export async function benchScaling(rounds: number): Promise<Measured> {
  const backend = await initBackend("wasm");
  const cores = navigator.hardwareConcurrency;
  const settings = settingsFor(cores);
  const data = randomImages(Math.max(...imageCounts));
  const seconds = settings.map((): number[] => []);
  for (const setting of settings) await secondsOf({ ...setting, images: 1_000 }, data);
  for (let round = 1; round <= rounds; round++) {
    printNote(`Round ${round} of ${rounds}`);
    for (const [i, setting] of settings.entries()) {
      seconds[i].push(await secondsOf(setting, data));
    }
  }
  const points = settings.map((setting, i): ScalingPoint => ({
    ...setting,
    multiplyAdds: multiplyAddsOf(setting.width),
    seconds: Number(median(seconds[i]).toFixed(3)),
  }));
  const scaling: Scaling = { batchSize, points };
  const results = await writeResults("scaling", { backend, cores, rounds, ...scaling });
  const path = projectPath("bench", "results", "scaling.svg");
  await writeAtomic(path, await renderSvg(scalingFigure(scaling)));
  return { table: tableOf(points), results };
}

/** The images on one worker and on all, all images on each number of workers, and each width on one
 * worker; 1, 2, 4, … workers, and as many as there are cores. */
function settingsFor(cores: number): Setting[] {
  const counts = [1, 2, 4, 8, 16, 32].filter((count) => count < cores).concat(cores);
  const [most] = imageCounts.toReversed();
  const settings = [
    ...[1, cores].flatMap((workers) =>
      imageCounts.map((images) => ({ images, workers, width: 1 }))
    ),
    ...counts.map((workers) => ({ images: most, workers, width: 1 })),
    ...widths.map((width) => ({ images: 10_000, workers: 1, width })),
  ];
  return [...new Map(settings.map((setting) => [JSON.stringify(setting), setting])).values()];
}

async function secondsOf({ images, workers, width }: Setting, data: Dataset): Promise<number> {
  const train = firstOf(data, images);
  const options = { ...profileNamed("quick"), batchSize, workers };
  const model = buildScaledNetwork(width);
  const start = performance.now();
  const engine = startEngine(model, { train, validation: firstOf(data, 1_000) }, options);
  const steps = {
    epoch: newEpoch(images, rngFromSeed(3)),
    firstStep: 0,
    learningRates: new Float64Array(Math.ceil(images / batchSize)).fill(0.001),
  };
  for await (const _ of engine.take(steps)) continue;
  const seconds = (performance.now() - start) / 1000;
  await engine.dispose();
  model.dispose();
  return seconds;
}

function firstOf({ images, labels }: Dataset, size: number): Dataset {
  return {
    images: images.subarray(0, size * pixelsPerImage),
    labels: labels.subarray(0, size),
    size,
  };
}

function multiplyAddsOf(width: number): number {
  const model = buildScaledNetwork(width);
  const count = summariseModel(model).reduce((sum, layer) => sum + layer.multiplyAdds, 0);
  model.dispose();
  return count;
}

function tableOf(points: readonly ScalingPoint[]): string {
  const perImage = ({ seconds, images }: ScalingPoint): string =>
    (1e6 * seconds / images).toFixed(0);
  return [
    "| images | workers | width | multiply-adds an image | seconds | µs an image |",
    "| --: | --: | --: | --: | --: | --: |",
    ...points.map((point) =>
      `| ${point.images} | ${point.workers} | × ${point.width} | ${point.multiplyAdds} | ${
        point.seconds.toFixed(2)
      } | ${perImage(point)} |`
    ),
  ].join("\n");
}
