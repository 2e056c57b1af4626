/** Settings that resemble those of good trials.
 *
 * @module
 */

import type { Rng } from "../base/rng.ts";
import { halton } from "./halton.ts";
import { parzenLimits as limits } from "./limits.ts";
import { dimensions, type SettingRange, type Settings, settingsAt, type Space } from "./space.ts";
import { unitOf } from "./space.ts";
import { compareTrials, type Trial } from "./trial.ts";

/** The settings of the next trial by the tree-structured Parzen estimator (Bergstra et al., 2011,
 * https://papers.nips.cc/paper/4443-algorithms-for-hyper-parameter-optimization): the trials are parted into good
 * and bad ones, and of some values drawn as the good ones lie that one is taken which is likeliest among the good
 * compared with the bad; each setting for itself. The first trials are quasi-random.
 *
 * @param rng of the sampler; not drawn from
 * @param trials those before it that are known, by their last scores, stopped or not
 * @param number of the trial
 */
export function parzen(
  space: Space,
  rng: Rng,
  trials: readonly Trial[],
  number: number,
): Settings {
  const ranges = dimensions(space);
  if (trials.length < limits.startTrials) {
    return settingsAt(space, halton(number, ranges.length, rng.stream("start")));
  }
  const ordered = trials.toSorted(compareTrials);
  const count = Math.ceil(limits.goodShare * trials.length);
  const own = rng.fork(number);
  const units = ranges.map(([name, range]) => {
    const places = ordered.map(({ settings }) => unitOf(range, settings[name]!));
    const [good, bad] = [places.slice(0, count), places.slice(count)];
    return bestPlace(density(range, good), density(range, bad), own);
  });
  return settingsAt(space, units);
}

/** How likely places are. */
interface Density {
  readonly at: (unit: number) => number;
  readonly draw: (rng: Rng) => number;
}

function bestPlace(good: Density, bad: Density, rng: Rng): number {
  let [best, most] = [0, -Infinity];
  for (let i = 0; i < limits.candidates; i++) {
    const unit = good.draw(rng);
    const ratio = good.at(unit) / bad.at(unit);
    if (ratio > most) [best, most] = [unit, ratio];
  }
  return best;
}

function density(range: SettingRange, places: readonly number[]): Density {
  return range.kind === "choice" ? shares(range.values.length, places) : windows(places);
}

/** How often each choice was taken, with one more of each. */
function shares(size: number, places: readonly number[]): Density {
  const counts = new Array<number>(size).fill(1);
  const indexOf = (unit: number): number => Math.min(size - 1, Math.floor(unit * size));
  for (const place of places) counts[indexOf(place)]++;
  const total = places.length + size;
  return {
    at: (unit) => counts[indexOf(unit)] / total,
    draw: (rng) => {
      let left = rng.uniform() * total;
      const index = counts.findIndex((count) => (left -= count) < 0);
      return (Math.max(0, index) + 0.5) / size;
    },
  };
}

/** A normal distribution about each place, as wide as its farther neighbour is away, and one evenly over all;
 * cut off at the ends of the range. */
function windows(places: readonly number[]): Density {
  const sorted = places.toSorted((a, b) => a - b);
  const least = 1 / (1 + places.length) / 2;
  const bells = sorted.map((middle, i) => {
    const [before, after] = [middle - (sorted[i - 1] ?? 0), (sorted[i + 1] ?? 1) - middle];
    const width = Math.min(1, Math.max(before, after, least));
    return { middle, width, mass: normalMass((1 - middle) / width, -middle / width) };
  });
  return {
    at: (unit) => {
      const heights = bells.map(({ middle, width, mass }) =>
        Math.exp(-0.5 * ((unit - middle) / width) ** 2) / (width * mass * Math.sqrt(2 * Math.PI))
      );
      return heights.reduce((sum, height) => sum + height, 1) / (bells.length + 1);
    },
    draw: (rng) => {
      const bell = bells[rng.integer(bells.length + 1)];
      if (bell === undefined) return rng.uniform();
      for (;;) {
        const unit = bell.middle + bell.width * rng.normal();
        if (unit >= 0 && unit < 1) return unit;
      }
    },
  };
}

/** How much of the standard normal distribution lies between two ends. */
function normalMass(high: number, low: number): number {
  return normalBelow(high) - normalBelow(low);
}

/** The standard normal distribution function, right to 1e-7: Abramowitz and Stegun, 1964, 26.2.17. */
function normalBelow(z: number): number {
  if (z < 0) return 1 - normalBelow(-z);
  const t = 1 / (1 + 0.2316419 * z);
  const factors = [0.319381530, -0.356563782, 1.781477937, -1.821255978, 1.330274429];
  const series = factors.reduceRight((sum, factor) => (sum + factor) * t, 0);
  return 1 - Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * series;
}
