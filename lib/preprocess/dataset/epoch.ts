/** The order of an epoch.
 *
 * @module
 */

import { type Rng, rngFromSeed } from "../../base/rng.ts";

/** One epoch of training: each image once, in random order. Everything about a position of the order
 * follows from these two, so that several workers can prepare parts of a batch. */
export interface Epoch {
  /** Which image comes at which position. */
  readonly order: Uint32Array;
  /** Decides how the images are varied, position by position. */
  readonly seed: number;
}

/** A new epoch.
 *
 * @param images how many there are
 * @param rng decides order and variation; give each epoch its own, `rng.fork(epoch)`
 *
 * @example
 * ```ts
 * import { rngFromSeed } from "@lib/base/rng.ts";
 * import { newEpoch } from "@lib/preprocess/dataset/epoch.ts";
 * import { deepStrictEqual } from "node:assert";
 * const { order } = newEpoch(4, rngFromSeed(1).fork(1));
 * deepStrictEqual([...order].sort(), [0, 1, 2, 3]);
 * ```
 */
export function newEpoch(images: number, rng: Rng): Epoch {
  return { order: rng.permutation(images), seed: rng.integer(2 ** 32) };
}

/** The random numbers for the variation of an epoch's images, to be forked by position. */
export function variationOf({ seed }: Epoch): Rng {
  return rngFromSeed(seed);
}
