import { otsu } from "./otsu.ts";
import type { LightImage } from "../../image/light_image.ts";
import { bimodalLimits } from "./light_limits.ts";

/** The levels of an image that is ink on evenly lit paper, as scans and drawings are. */
export interface BimodalLevels {
  /** The lowest bright level. */
  readonly bright: number;
  /** The share of the dark pixels, 0 to 1. */
  readonly darkShare: number;
  /** Whether there is about as much ink as paper, as in a tightly cut image of one digit. */
  readonly isTight: boolean;
  /** The usual level of the dark pixels, and of the bright ones. */
  readonly usual: Readonly<Record<"dark" | "bright", number>>;
}

/** Finds the two levels of an image, that of the ink and that of the paper, if it has no more: if two
 * explain nearly all of the variance, and one of them hardly varies.
 *
 * @returns `undefined` for a photograph in uneven light, or a blank image
 */
export function bimodalLevels({ width, height, pixels }: LightImage): BimodalLevels | undefined {
  const counts = new Float64Array(256);
  for (const level of pixels) counts[level]++;
  const bright = otsu(counts);
  if (bright === 0) return undefined; // a single level
  const all = moments(counts, 0, 256);
  const [dark, light] = [moments(counts, 0, bright), moments(counts, bright, 256)];
  const apart = light.mean - dark.mean;
  const darkShare = dark.count / all.count;
  if (darkShare * (1 - darkShare) * apart ** 2 < bimodalLimits.minExplained * all.variance) {
    return undefined;
  }
  const usual = { dark: median(counts, 0, bright), bright: median(counts, bright, 256) };
  const isTight = width <= bimodalLimits.widestTight * height &&
    Math.min(darkShare, 1 - darkShare) >= bimodalLimits.tightShare;
  const levels = { bright, darkShare, usual, isTight };
  const side = Math.min(width, height);
  if (side <= bimodalLimits.thumbnailSide || isTight && side <= bimodalLimits.stampSide) {
    return levels;
  }
  const beyond = Math.max(
    usual.dark - quantile(counts, 0, bright, bimodalLimits.fewPixels),
    quantile(counts, bright, 256, 1 - bimodalLimits.fewPixels) - usual.bright,
  );
  const spread = Math.min(
    deviation(counts, 0, bright, usual.dark),
    deviation(counts, bright, 256, usual.bright),
  );
  const maxBeyond = isTight ? bimodalLimits.maxBeyondTight : bimodalLimits.maxBeyond;
  const maxSpread = isTight ? bimodalLimits.maxSpreadTight : bimodalLimits.maxSpread;
  return beyond <= maxBeyond * apart && spread <= maxSpread * apart ? levels : undefined;
}

function moments(
  counts: Float64Array,
  from: number,
  to: number,
): { readonly count: number; readonly mean: number; readonly variance: number } {
  let [count, sum, squares] = [0, 0, 0];
  for (let level = from; level < to; level++) {
    count += counts[level];
    sum += counts[level] * level;
    squares += counts[level] * level ** 2;
  }
  const mean = sum / count;
  return { count, mean, variance: squares / count - mean ** 2 };
}

/** The level from one to before another below which a share of them lies. */
function quantile(counts: Float64Array, from: number, to: number, share: number): number {
  const wanted = share * counts.subarray(from, to).reduce((sum, count) => sum + count, 0);
  let level = from;
  for (let seen = counts[level]; seen < wanted; seen += counts[level]) level++;
  return level;
}

function median(counts: Float64Array, from: number, to: number): number {
  return quantile(counts, from, to, 0.5);
}

/** The median distance of these levels from a middle one. */
function deviation(counts: Float64Array, from: number, to: number, middle: number): number {
  const distances = new Float64Array(256);
  for (let level = from; level < to; level++) distances[Math.abs(level - middle)] += counts[level];
  return median(distances, 0, 256);
}
