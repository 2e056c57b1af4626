/** How far a reader holds when its images are disturbed more and more.
 *
 * @module
 */

import type { LayersModel } from "../backend/layers_model.ts";
import type { Rng } from "../base/rng.ts";
import { type Dataset, imageAt } from "../download/dataset.ts";
import { toBytes } from "../base/to_bytes.ts";
import { predictBatches } from "../model/predict_batches.ts";
import { type Graded, graded, type GradedName } from "./corruptions/graded.ts";

/** What some models read of images that were disturbed in one way. */
export interface GradedCurve {
  /** What was done to them. */
  readonly name: GradedName;
  /** What the amounts are, with their unit in brackets. */
  readonly axis: string;
  /** From the least to the most. */
  readonly amounts: readonly number[];
  /** Model by model, the share of images that it reads rightly at each amount. */
  readonly accuracies: readonly (readonly number[])[];
}

/** Scores models on images that are disturbed in each of six ways, at each of its amounts, all models on the
 * same ones.
 *
 * @param models as `predictBatches` takes them
 * @param dataset images that they were not trained on; some hundreds show the course of the curves
 * @param rng decides all that is left to chance, image by image
 *
 * @example
 * ```ts
 * import { initBackend } from "@lib/backend/backend.ts";
 * import { projectPath } from "@lib/base/paths.ts";
 * import { rngFromSeed } from "@lib/base/rng.ts";
 * import { subset } from "@lib/download/dataset.ts";
 * import { loadMnist } from "@lib/download/load_mnist.ts";
 * import { scoreGraded } from "@lib/evaluate/score_graded.ts";
 * import { loadModel } from "@lib/model/load_model.ts";
 * import { ok } from "node:assert";
 * await initBackend();
 * const model = await loadModel(projectPath("data", "model"));
 * const { train } = await loadMnist(); // an example only: score on images that were not learned
 * const some = subset(train, Array.from({ length: 20 }, (_, i) => i));
 * const [shift] = await scoreGraded([model], some, rngFromSeed(1));
 * ok(shift.accuracies[0].at(-1)! < shift.accuracies[0][0]); // 8 pixels are too far
 * ```
 */
export async function scoreGraded(
  models: readonly LayersModel[],
  dataset: Dataset,
  rng: Rng,
): Promise<GradedCurve[]> {
  const curves: GradedCurve[] = [];
  for (const [name, { axis, amounts, disturb }] of Object.entries<Graded>(graded)) {
    const stream = rng.stream(name);
    const accuracies = models.map((): number[] => []);
    for (const amount of amounts) {
      const images = disturbed(dataset, (ink, index) => disturb(ink, amount, stream.fork(index)));
      for (const [i, model] of models.entries()) {
        const { labels } = await predictBatches(model, images);
        const right = labels.filter((label, index) => label === dataset.labels[index]).length;
        accuracies[i].push(right / dataset.size);
      }
    }
    curves.push({ name: name as GradedName, axis, amounts, accuracies });
  }
  return curves;
}

function disturbed(
  dataset: Dataset,
  disturb: (ink: Float32Array, index: number) => Float32Array,
): Uint8Array {
  const images = new Uint8Array(dataset.images.length);
  for (let index = 0; index < dataset.size; index++) {
    const ink = Float32Array.from(imageAt(dataset, index), (level) => level / 255);
    const bytes = toBytes(disturb(ink, index).map((level) => 255 * level));
    images.set(bytes, index * bytes.length);
  }
  return images;
}
