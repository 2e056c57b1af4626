/** Points that fill a cube evenly.
 *
 * @module
 */

import type { Rng } from "../base/rng.ts";

const primes = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29] as const;

/** Digits of a number are drawn until they are worth less than this. */
const finest = 2 ** -32;

/** A point of the Halton sequence (Halton, 1960, https://doi.org/10.1007/BF01386213), whose digits are permuted at
 * random, each place anew: Owen, 2017, https://arxiv.org/abs/1706.02808. Any stretch of the sequence fills the cube more evenly than
 * chance does. A shift alone would leave the first points of the larger primes on one line.
 *
 * @param index from 0
 * @param size coordinates of a point, at most 10
 * @param rng decides the permutations; not drawn from, so that the same one gives the same sequence
 * @returns `[size]`, 0 to below 1
 * @throws {RangeError} if there are more coordinates than it has primes for
 *
 * @example
 * ```ts
 * import { rngFromSeed } from "@lib/base/rng.ts";
 * import { halton } from "@lib/tune/halton.ts";
 * import { deepStrictEqual } from "node:assert";
 * // Of two points that follow each other, one lies in either half.
 * const [[a], [b]] = [0, 1].map((index) => halton(index, 1, rngFromSeed(1)));
 * deepStrictEqual([a, b].map((x) => x < 0.5).sort(), [false, true]);
 * ```
 */
export function halton(index: number, size: number, rng: Rng): number[] {
  if (size > primes.length) {
    throw new RangeError(`Cannot fill ${size} dimensions: wanted at most ${primes.length}`);
  }
  return primes.slice(0, size).map((base, dimension) => {
    const own = rng.fork(dimension);
    let [rest, unit, value] = [index, 1, 0];
    for (let place = 0; unit > finest; place++) {
      unit /= base;
      value += own.fork(place).permutation(base)[rest % base] * unit;
      rest = Math.floor(rest / base);
    }
    return Math.min(value, 1 - finest);
  });
}
