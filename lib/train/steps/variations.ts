/** Ways to vary training images that go by a name.
 *
 * @module
 */

import type { Rng } from "../../base/rng.ts";
import type { Dataset } from "../../download/dataset.ts";
import type { Augmentation } from "../../preprocess/dataset/augment.ts";
import { syntheticLines } from "../../preprocess/handwriting/line/synthetic_lines.ts";
import { syntheticDigits } from "../../preprocess/handwriting/synthetic_digits.ts";

/** Makes other images of the training images at some positions of an epoch.
 *
 * @param dataset the training images
 * @param indices which of them, position by position
 * @param rng is forked for each position, and stays as it is
 * @param options.first position of the first of them
 * @returns as many images, with their labels */
export type VaryImages = (
  dataset: Dataset,
  indices: Uint32Array,
  rng: Rng,
  options: { readonly first?: number },
) => Dataset;

/** The variations that go by a name. Workers are sent the name: a function cannot be sent. To add one,
 * register it here; a profile then names it as its `augmentation`.
 *
 * @example
 * ```ts
 * import { rngFromSeed } from "@lib/base/rng.ts";
 * import { loadMnist } from "@lib/download/load_mnist.ts";
 * import { variations } from "@lib/train/steps/variations.ts";
 * import { strictEqual } from "node:assert";
 * const { train } = await loadMnist();
 * const indices = new Uint32Array([0, 1, 2]);
 * const varied = variations.handwriting(train, indices, rngFromSeed(1), {});
 * strictEqual(varied.size, 3);
 * ```
 */
export const variations = {
  handwriting: syntheticDigits,
  lines: syntheticLines,
} as const satisfies Readonly<Record<string, VaryImages>>;

/** How training images are varied: moved and turned a little; or, by name, made into something else, as
 * `syntheticSample` does. */
export type Variation = Augmentation | keyof typeof variations;
