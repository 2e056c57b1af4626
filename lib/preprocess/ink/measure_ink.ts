import { checkGreyImage } from "../../image/grey_image.ts";
import { inkRuns } from "../../image/ink_runs.ts";
import type { LightImage } from "../../image/light_image.ts";
import { otsu } from "./otsu.ts";
import { deviationOfMedian } from "./deviation_of_median.ts";
import { estimateBackground } from "./estimate_background.ts";
import { type InkContrast, inkContrast } from "./ink_contrast.ts";
import { inkLimits } from "./ink_limits.ts";

/** What stands off the paper of an image, before it is decided which of it is ink. */
export interface MeasuredInk {
  readonly image: LightImage;
  readonly contrast: InkContrast;
  /** Standard deviation of the paper, in levels. */
  readonly noise: number;
  /** How far the cores of its strongest marks stand off the paper, in levels; 0 where nothing does. */
  readonly level: number;
}

/** Measures how far the pixels of an image stand off its paper.
 *
 * @throws {RangeError} if the pixels do not fit the size
 */
export function measureInk(image: LightImage): MeasuredInk {
  checkGreyImage(image, "find ink");
  const contrast = inkContrast(image, estimateBackground(image));
  centreOnPaper(contrast);
  // Only paper is brighter (or, under bright ink, darker) than itself: this side is pure noise.
  const noise = medianBelow(contrast) * deviationOfMedian;
  return { image, contrast, noise, level: inkLevel(contrast, leastLevel(noise)) };
}

/** The level of the ink outside of what is masked: what was printed may be darker than what is written.
 *
 * @param mask `[height × width]`, above 0 where ink does not count
 */
export function levelOutside(
  { image, contrast, noise }: MeasuredInk,
  mask: Uint8Array,
): number {
  const counts = contrast.counts.slice();
  const { starts, ends } = inkRuns({ ...image, pixels: mask });
  for (let run = 0; run < starts.length; run++) {
    for (let at = starts[run]; at < ends[run]; at++) counts[contrast.cases[at]]--;
  }
  return inkLevel({ ...contrast, counts }, leastLevel(noise));
}

function leastLevel(noise: number): number {
  return Math.max(1, inkLimits.noiseFloor * noise);
}

/** Moves the contrast so that 0 is where most of the paper is: filled-in light is brighter than the
 * mean of a rough sheet. Paper stands off it less than half as far as ink. */
function centreOnPaper({ contrasts, counts }: InkContrast): void {
  const bins = 1024; // half a level each, from -128
  const sums = new Float64Array(bins);
  contrasts.forEach((value, k) => {
    sums[Math.min(bins - 1, Math.max(0, Math.round(value * 2) + 256))] += counts[k];
  });
  let strongest = bins - 1;
  let left = inkLimits.outermost * sums.reduce((sum, count) => sum + count, 0);
  while (strongest > 256 && (left -= sums[strongest]) > 0) strongest--;
  let [best, mode] = [0, 256];
  for (let i = 2; i <= 256 + (strongest - 256) * inkLimits.paperRange; i++) {
    const sum = sums[i - 2] + sums[i - 1] + sums[i] + sums[i + 1] + sums[i + 2];
    if (sum > best) [best, mode] = [sum, i];
  }
  const offset = (mode - 256) / 2;
  contrasts.forEach((value, k) => contrasts[k] = value - offset);
}

/** The mean contrast of the cores of the strokes; 0 where there is no ink. */
function inkLevel({ contrasts, counts }: InkContrast, floor: number): number {
  const histogram = new Float64Array(256);
  contrasts.forEach((value, k) => {
    if (value > floor) histogram[Math.min(255, Math.round(value))] += counts[k];
  });
  let [count, sum] = [0, 0];
  for (let level = otsu(histogram); level < 256; level++) {
    count += histogram[level];
    sum += level * histogram[level];
  }
  return count === 0 ? 0 : sum / count;
}

/** The median size of the contrasts up to 0, to an eighth. */
function medianBelow({ contrasts, counts }: InkContrast): number {
  const sizes = new Uint32Array(255 * 4 * 8 + 1);
  let total = 0;
  contrasts.forEach((value, k) => {
    if (value > 0) return;
    sizes[Math.min(sizes.length - 1, Math.round(-value * 8))] += counts[k];
    total += counts[k];
  });
  let [size, seen] = [0, sizes[0]];
  while (seen * 2 < total) seen += sizes[++size];
  return size / 8;
}
