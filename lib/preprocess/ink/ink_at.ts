import { boxBlur } from "../../image/box_blur.ts";
import { connectedComponents } from "../../image/connected_components.ts";
import { type InkImage, inkImage } from "../../image/ink_image.ts";
import type { LightImage } from "../../image/light_image.ts";
import { toBytes } from "../../image/to_bytes.ts";
import { deviationOfMedian } from "./deviation_of_median.ts";
import { inkLimits } from "./ink_limits.ts";
import type { MeasuredInk } from "./measure_ink.ts";
import { neighbourCorrelation } from "./neighbour_correlation.ts";

/** The ink of an image whose strokes stand off the paper by such a level.
 *
 * @returns same size, that level 255; all 0 where nothing is written
 */
export function inkAt({ image, contrast, noise }: MeasuredInk, level: number): InkImage {
  const { noiseFloor, leastSignal, leastContrast, faintest, leastCorrelation } = inkLimits;
  const bare = inkImage(image.width, image.height);
  // Where strokes fill the image, the light is uncertain, and that looks like noise too.
  const least = leastSignal * Math.min(noise, grain(image));
  if (level < Math.max(leastContrast, least)) return bare;
  const faint = Math.max(noiseFloor * noise, faintest * level);
  const cut = noise === 0 ? 0 : Math.min(faint, level / 2);
  const levels = toBytes(contrast.contrasts.map((value) => ((value - cut) / (level - cut)) * 255));
  const ink = inkImage(image.width, image.height);
  for (let i = 0; i < ink.pixels.length; i++) ink.pixels[i] = levels[contrast.cases[i]];
  return neighbourCorrelation(ink) < leastCorrelation ? bare : withoutFaint(ink);
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

/** Without what nowhere reaches half of full ink. */
function withoutFaint(ink: InkImage): InkImage {
  const { labels, components } = connectedComponents(ink);
  const isStroke = components.map(({ peak }) => peak >= inkLimits.speckPeak);
  if (isStroke.every((stays) => stays)) return ink;
  const pixels = ink.pixels.slice();
  for (let i = 0; i < pixels.length; i++) {
    if (labels[i] > 0 && !isStroke[labels[i] - 1]) pixels[i] = 0;
  }
  return { ...ink, pixels };
}
