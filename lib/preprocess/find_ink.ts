import { connectedComponents } from "./connected_components.ts";
import { checkGreyImage, type GreyImage } from "./grey_image.ts";
import { otsu } from "./otsu.ts";
import { paperLight } from "./paper_light.ts";
import { toBytes } from "./to_bytes.ts";

/** Ink must stand off the paper by this many levels, of 255. */
const leastContrast = 14;

/** Ink must stand off the paper by this many times the noise of the paper. */
const leastSignal = 5;

/** Levels below this many times the noise are paper. */
const noiseFloor = 3.5;

/** Levels below this part of the ink's are paper, where the paper has any noise: prints and stains
 * are fainter than ink. */
const faintest = 0.25;

/** Darker paper than this is not stretched to full contrast: its noise would be too. */
const leastRange = 64;

/** A speck has less than this part of the largest component's ink. */
const speck = 1 / 150;

/** Separates ink from paper.
 *
 * The light of the paper is estimated and removed, so uneven light does no harm; whether the ink is
 * darker or brighter than the paper is found, not assumed; the noise of the paper is cut off, the
 * ink's own level becomes 255, and what lies between (the soft edges of strokes) is kept. Specks
 * without a stroke's core are dropped.
 *
 * @param image light, 0 black to 255 white
 * @returns ink, same size: 0 paper to 255 full stroke; all 0 where nothing is written
 * @throws {RangeError} if the pixels do not fit the size
 */
export function findInk(image: GreyImage): GreyImage {
  checkGreyImage(image, "find ink");
  const contrast = inkContrast(image);
  centreOnPaper(contrast);
  // Only paper is brighter (or, under bright ink, darker) than itself: this side is pure noise.
  const noise = medianBelow(contrast) * 1.4826; // to a normal distribution's deviation
  const level = inkLevel(contrast, Math.max(1, noiseFloor * noise));
  const { width, height } = image;
  if (level < Math.max(leastContrast, leastSignal * noise)) {
    return { width, height, pixels: new Uint8Array(contrast.length) };
  }
  const faint = Math.max(noiseFloor * noise, faintest * level);
  const cut = noise === 0 ? 0 : Math.min(faint, level / 2);
  const pixels = toBytes(contrast.map((value) => ((value - cut) / (level - cut)) * 255));
  return withoutSpecks({ width, height, pixels });
}

/** How far each pixel stands off the paper towards the ink, be that darker or brighter, in levels;
 * paper itself scatters around 0. Half the light halves the difference too, so the levels are those
 * that the sheet would have if it were lit everywhere as it is on average. */
function inkContrast(image: GreyImage): Float32Array {
  const { light, isInkDarker } = paperLight(image);
  const ranges = new Float32Array(256);
  for (let level = 0; level < 256; level++) {
    ranges[level] = Math.max(leastRange, isInkDarker ? level : 255 - level);
  }
  let sum = 0;
  for (const level of light.pixels) sum += ranges[level];
  const average = (isInkDarker ? 1 : -1) * sum / light.pixels.length;
  const factors = ranges.map((range) => average / range);
  const contrast = new Float32Array(light.pixels.length);
  for (let i = 0; i < contrast.length; i++) {
    contrast[i] = (light.pixels[i] - image.pixels[i]) * factors[light.pixels[i]];
  }
  return contrast;
}

/** Moves the contrast so that 0 is where most of the paper is: filled-in light is brighter than the
 * mean of a rough sheet. */
function centreOnPaper(contrast: Float32Array): void {
  const counts = new Float64Array(512);
  for (const value of contrast) counts[Math.min(511, Math.max(0, Math.round(value * 2) + 128))]++;
  let [best, mode] = [0, 128];
  for (let i = 2; i < 510; i++) {
    const sum = counts[i - 2] + counts[i - 1] + counts[i] + counts[i + 1] + counts[i + 2];
    if (sum > best) [best, mode] = [sum, i];
  }
  const offset = (mode - 128) / 2;
  if (offset !== 0) { for (let i = 0; i < contrast.length; i++) contrast[i] -= offset; }
}

/** The mean contrast of the cores of the strokes; 0 where there is no ink. */
function inkLevel(contrast: Float32Array, floor: number): number {
  const histogram = new Float64Array(256);
  for (const value of contrast) {
    if (value > floor) histogram[Math.min(255, Math.round(value))]++;
  }
  let [count, sum] = [0, 0];
  for (let level = otsu(histogram); level < 256; level++) {
    count += histogram[level];
    sum += level * histogram[level];
  }
  return count === 0 ? 0 : sum / count;
}

function withoutSpecks(ink: GreyImage): GreyImage {
  const { labels, components } = connectedComponents(ink);
  const largest = components.reduce((most, { mass }) => Math.max(most, mass), 0);
  const isStroke = components.map(({ peak, mass }) => peak >= 128 && mass >= largest * speck);
  const pixels = ink.pixels.slice();
  labels.forEach((label, i) => {
    if (label > 0 && !isStroke[label - 1]) pixels[i] = 0;
  });
  return { ...ink, pixels };
}

/** The median size of the values up to 0, to an eighth: counting is faster than sorting. */
function medianBelow(contrast: Float32Array): number {
  const counts = new Uint32Array(255 * 4 * 8 + 1);
  let total = 0;
  for (const value of contrast) {
    if (value > 0) continue;
    counts[Math.min(counts.length - 1, Math.round(-value * 8))]++;
    total++;
  }
  let [size, seen] = [0, counts[0]];
  while (seen * 2 < total) seen += counts[++size];
  return size / 8;
}
