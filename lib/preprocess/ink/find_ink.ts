/** The ink of any photograph or scan.
 *
 * @module
 */
import { neighbourCorrelation } from "./neighbour_correlation.ts";
import { connectedComponents } from "../../image/connected_components.ts";
import { type InkContrast, inkContrast } from "./ink_contrast.ts";
import { boxBlur } from "../../image/box_blur.ts";
import { otsu } from "../../image/otsu.ts";
import { estimateBackground } from "./estimate_background.ts";
import { toBytes } from "../../image/to_bytes.ts";
import { type InkImage, inkImage } from "../../image/ink_image.ts";
import { inkLimits } from "./ink_limits.ts";
import type { LightImage } from "../../image/light_image.ts";
import { checkGreyImage } from "../../image/grey_image.ts";

/** The standard deviation of a normal distribution, in medians of its distances from the middle. */
const deviationOfMedian = 1.4826;

/** Separates ink from paper.
 *
 * The light of the paper is estimated and removed, so uneven light does no harm; whether the ink is
 * darker or brighter than the paper is found, not assumed; the noise of the paper is cut off, the
 * ink's own level becomes 255, and what lies between (the soft edges of strokes) is kept. Specks
 * without a stroke's core are dropped; ink that does not go on from pixel to pixel is noise.
 *
 * @returns same size; all 0 where nothing is written
 * @throws {RangeError} if the pixels do not fit the size
 *
 * @example
 * ```ts
 * import { deepStrictEqual } from "node:assert";
 * import { lightImage } from "@lib/image/light_image.ts";
 * import { findInk } from "@lib/preprocess/ink/find_ink.ts";
 * const blank = lightImage(40, 30, new Uint8Array(1200).fill(200));
 * deepStrictEqual([...new Set(findInk(blank).pixels)], [0]);
 * ```
 */
export function findInk(image: LightImage): InkImage {
  checkGreyImage(image, "find ink");
  const contrast = inkContrast(image, estimateBackground(image));
  centreOnPaper(contrast);
  const { noiseFloor, leastSignal, leastContrast, faintest, leastCorrelation } = inkLimits;
  // Only paper is brighter (or, under bright ink, darker) than itself: this side is pure noise.
  const noise = medianBelow(contrast) * deviationOfMedian;
  const level = inkLevel(contrast, Math.max(1, noiseFloor * noise));
  const bare = inkImage(image.width, image.height);
  // Where strokes fill the image, the light is uncertain, and that looks like noise too.
  const least = leastSignal * Math.min(noise, grain(image));
  if (level < Math.max(leastContrast, least)) return bare;
  const faint = Math.max(noiseFloor * noise, faintest * level);
  const cut = noise === 0 ? 0 : Math.min(faint, level / 2);
  const levels = toBytes(contrast.contrasts.map((value) => ((value - cut) / (level - cut)) * 255));
  const ink = inkImage(image.width, image.height);
  for (let i = 0; i < ink.pixels.length; i++) ink.pixels[i] = levels[contrast.cases[i]];
  return neighbourCorrelation(ink) < leastCorrelation ? bare : withoutSpecks(ink);
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

/** The noise from pixel to pixel, as a normal distribution's deviation: how far pixels lie off the mean of
 * their neighbourhood, in the median. */
function grain(image: LightImage): number {
  const { pixels } = boxBlur(image, 1);
  const sizes = new Uint32Array(256);
  for (let i = 0; i < pixels.length; i++) sizes[Math.abs(image.pixels[i] - pixels[i])]++;
  let [size, seen] = [0, sizes[0]];
  while (seen * 2 < pixels.length) seen += sizes[++size];
  return size * deviationOfMedian * Math.sqrt(9 / 8);
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

function withoutSpecks(ink: InkImage): InkImage {
  const { labels, components } = connectedComponents(ink);
  const largest = components.reduce((most, { mass }) => Math.max(most, mass), 0);
  const isStroke = components.map(({ peak, mass }) => {
    return peak >= inkLimits.speckPeak && mass >= largest * inkLimits.speck;
  });
  const pixels = ink.pixels.slice();
  for (let i = 0; i < pixels.length; i++) {
    if (labels[i] > 0 && !isStroke[labels[i] - 1]) pixels[i] = 0;
  }
  return { ...ink, pixels };
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
