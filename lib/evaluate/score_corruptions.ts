/** How far a reader holds when its images are spoilt.
 *
 * @module
 */

import type { LayersModel } from "../backend/layers_model.ts";
import type { Rng } from "../base/rng.ts";
import { mean } from "../base/statistics.ts";
import { type Dataset, subset } from "../download/dataset.ts";
import { predictBatches } from "../model/predict_batches.ts";
import { corrupted } from "./corruptions/corrupted.ts";
import type { Severity } from "./corruptions/corruption.ts";
import { type CorruptionName, corruptions } from "./corruptions/corruptions.ts";
import { accuracyInterval } from "./interval.ts";

/** An accuracy with its 95 % interval. */
export interface AccuracyWithin {
  /** 0 to 1. */
  readonly accuracy: number;
  /** Of Wilson. */
  readonly interval: readonly [low: number, high: number];
}

/** What some models read of images that were corrupted in one way. */
export interface CorruptionRow {
  /** What was done to them. */
  readonly name: CorruptionName;
  /** How much; missing where there is one strength only. */
  readonly severity?: Severity;
  /** Model by model. */
  readonly models: readonly AccuracyWithin[];
}

/** What some models read of corrupted images. */
export interface CorruptionScores {
  /** How many images. */
  readonly images: number;
  /** Of the images as they are, model by model. */
  readonly clean: readonly AccuracyWithin[];
  /** One row a corruption. */
  readonly corruptions: readonly CorruptionRow[];
  /** Mean accuracy over the corruptions, model by model. */
  readonly mean: readonly number[];
}

/** How {@link scoreCorruptions} works. */
export interface CorruptionOptions {
  /** Decides all that is left to chance. */
  readonly rng: Rng;
  /** 1 to 5; each corruption's own of MNIST-C where it is missing. */
  readonly severity?: Severity;
  /** Those that are scored; all 15 by default. */
  readonly names?: readonly CorruptionName[];
  /** Hears how much is done, 0 to 1, and what comes next. */
  readonly onProgress?: (fraction: number, next: string) => void;
}

const allNames = Object.keys(corruptions) as CorruptionName[];

/** Images that are corrupted at a time, between two words on the progress. */
const atOnce = 1000;

/** Scores models on images that are corrupted in each of the 15 ways of MNIST-C, all models on the same ones.
 *
 * @param models as `predictBatches` takes them
 * @param dataset images that they were not trained on
 *
 * @example
 * ```ts
 * import { initBackend } from "@lib/backend/backend.ts";
 * import { projectPath } from "@lib/base/paths.ts";
 * import { rngFromSeed } from "@lib/base/rng.ts";
 * import { subset } from "@lib/download/dataset.ts";
 * import { loadMnist } from "@lib/download/load_mnist.ts";
 * import { scoreCorruptions } from "@lib/evaluate/score_corruptions.ts";
 * import { loadModel } from "@lib/model/load_model.ts";
 * import { ok } from "node:assert";
 * await initBackend();
 * const model = await loadModel(projectPath("data", "model"));
 * const { train } = await loadMnist(); // an example only: score on images that were not learned
 * const some = subset(train, Array.from({ length: 50 }, (_, i) => i));
 * const { clean, mean } = await scoreCorruptions([model], some, { rng: rngFromSeed(1) });
 * ok(mean[0] < clean[0].accuracy);
 * ```
 */
export async function scoreCorruptions(
  models: readonly LayersModel[],
  dataset: Dataset,
  { rng, severity, names = allNames, onProgress }: CorruptionOptions,
): Promise<CorruptionScores> {
  const rows: CorruptionRow[] = [];
  for (const [done, name] of names.entries()) {
    const right = models.map(() => 0);
    for (let first = 0; first < dataset.size; first += atOnce) {
      onProgress?.((done + first / dataset.size) / names.length, name);
      const size = Math.min(atOnce, dataset.size - first);
      const part = subset(dataset, Array.from({ length: size }, (_, i) => first + i));
      const spoilt = corrupted(part, name, {
        rng: rng.fork(first),
        ...(severity && { severity }),
      });
      for (const [i, count] of (await rightOf(models, spoilt)).entries()) right[i] += count;
    }
    const own = corruptions[name].severity && (severity ?? corruptions[name].severity);
    rows.push({
      name,
      ...(own && { severity: own }),
      models: right.map((count) => within(count, dataset.size)),
    });
  }
  return {
    images: dataset.size,
    clean: (await rightOf(models, dataset)).map((count) => within(count, dataset.size)),
    corruptions: rows,
    mean: models.map((_, i) => mean(rows.map((row) => row.models[i].accuracy))),
  };
}

async function rightOf(models: readonly LayersModel[], dataset: Dataset): Promise<number[]> {
  const counts: number[] = [];
  for (const model of models) {
    const { labels } = await predictBatches(model, dataset.images);
    counts.push(labels.reduce((sum, label, i) => sum + (label === dataset.labels[i] ? 1 : 0), 0));
  }
  return counts;
}

function within(right: number, images: number): AccuracyWithin {
  return { accuracy: right / images, interval: accuracyInterval(right, images) };
}
