/** The random streams of a training run.
 *
 * @module
 */

import { type Rng, rngFromSeed } from "./rng.ts";

/** The random streams of a training run, one for each purpose. */
export interface RunStreams {
  /** Which images are taken, where a profile does not take all. */
  readonly subset: Rng;
  /** Which of them are held back for validation. */
  readonly split: Rng;
  /** How validation images are varied, where a profile varies them. */
  readonly validation: Rng;
  /** The weights that a network starts with. */
  readonly weights: Rng;
  /** The order of the images and how they are varied, epoch by epoch. */
  readonly order: Rng;
}

/** One seed decides everything about a run: its streams have names, so whoever asks for the split of a
 * seed, be it a command or a notebook, gets the same one, whatever else is drawn.
 *
 * @throws {RangeError} if the seed is not a safe integer
 *
 * @example
 * ```ts
 * import { runStreams } from "@lib/base/run_streams.ts";
 * import { notStrictEqual, strictEqual } from "node:assert";
 * const first = runStreams(1).split.uniform();
 * strictEqual(runStreams(1).split.uniform(), first);
 * notStrictEqual(runStreams(1).order.uniform(), first);
 * ```
 */
export function runStreams(seed: number): RunStreams {
  const rng = rngFromSeed(seed);
  return {
    subset: rng.stream("subset"),
    split: rng.stream("split"),
    validation: rng.stream("validation"),
    weights: rng.stream("weights"),
    order: rng.stream("order"),
  };
}
