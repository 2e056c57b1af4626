/** Intervals for any score.
 *
 * @module
 */

import type { Rng } from "../base/rng.ts";

/** A confidence interval, low and high end. */
export type Interval = readonly [low: number, high: number];

/** How {@link bootstrapIntervals} draws. */
export interface BootstrapOptions {
  /** Decides which images are drawn. */
  readonly rng: Rng;
  /** How often as many images are drawn as there are; hundreds to thousands. */
  readonly resamples: number;
  /** How sure the intervals are, above 0 and below 1; 0.95 by default. */
  readonly level?: number;
}

/** The confidence intervals of some scores by the bootstrap
 * ([Efron, 1979](https://doi.org/10.1214/aos/1176344552), percentile method): images are drawn again and
 * again, with replacement, and scored each time; the interval holds the middle of what comes out. It covers
 * the chance of which images were tested, not that of which were trained on.
 *
 * @param size how many images there are
 * @param scoresOf the scores, where image `i` counts `counts[i]` times; the array is used again
 * @returns an interval for each score; `[NaN, NaN]` where a resample has no such score
 * @throws {RangeError} if there is no image or no resample, or the level is not between 0 and 1
 *
 * @example
 * ```ts
 * import { rngFromSeed } from "@lib/base/rng.ts";
 * import { bootstrapIntervals } from "@lib/evaluate/bootstrap.ts";
 * import { ok } from "node:assert";
 * const isRight = Array.from({ length: 100 }, (_, i) => i < 90);
 * const accuracy = (counts: Uint32Array): number =>
 *   isRight.reduce((sum, right, i) => sum + (right ? counts[i] : 0), 0) / 100;
 * const options = { rng: rngFromSeed(1), resamples: 1000 };
 * const intervals = bootstrapIntervals(100, (counts) => ({ accuracy: accuracy(counts) }), options);
 * const [low, high] = intervals.accuracy;
 * ok(0.8 < low && low < 0.87 && 0.93 < high && high < 0.98); // 0.9 ± 0.06
 * ```
 */
export function bootstrapIntervals<Name extends string>(
  size: number,
  scoresOf: (counts: Uint32Array) => Readonly<Record<Name, number>>,
  { rng, resamples, level = 0.95 }: BootstrapOptions,
): Record<Name, Interval> {
  if (!Number.isInteger(size) || size < 1 || !Number.isInteger(resamples) || resamples < 1) {
    throw new RangeError(
      `Cannot draw ${resamples} times among ${size} images: wanted at least one of both`,
    );
  }
  if (!(level > 0 && level < 1)) {
    throw new RangeError(`Cannot give intervals at level ${level}: wanted one between 0 and 1`);
  }
  const counts = new Uint32Array(size);
  const values = new Map<Name, Float64Array>();
  for (let resample = 0; resample < resamples; resample++) {
    counts.fill(0);
    for (let i = 0; i < size; i++) counts[rng.integer(size)]++;
    for (const [name, value] of Object.entries<number>(scoresOf(counts))) {
      const own = values.get(name as Name) ?? new Float64Array(resamples);
      own[resample] = value;
      values.set(name as Name, own);
    }
  }
  const outside = (1 - level) / 2;
  const entries = [...values].map(([name, own]) => {
    own.sort();
    return [name, [quantile(own, outside), quantile(own, 1 - outside)]];
  });
  return Object.fromEntries(entries);
}

/** Linear between the two values beside it; NaN, which sorts last, makes all of it NaN. */
function quantile(sorted: Float64Array, share: number): number {
  if (Number.isNaN(sorted[sorted.length - 1])) return NaN;
  const place = share * (sorted.length - 1);
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return below === above ? below : below + (place % 1) * (above - below);
}
