import { boxBlur } from "../../image/box_blur.ts";
import { type ComponentRuns, connectedComponents } from "../../image/connected_components.ts";
import { type InkImage, inkImage } from "../../image/ink_image.ts";
import type { LightImage } from "../../image/light_image.ts";
import { toBytes } from "../../base/to_bytes.ts";
import { deviationOfMedian } from "./deviation_of_median.ts";
import { inkLimits } from "./ink_limits.ts";
import type { MeasuredInk } from "./measure_ink.ts";
import { neighbourCorrelation } from "./neighbour_correlation.ts";

/** The ink of an image, and what was too faint for it. */
export interface LayeredInk {
  /** Same size as the image; 255 at the level asked for, all 0 where nothing is written. */
  readonly ink: InkImage;
  /** Marks that nowhere reach full ink by far. Those without half of it are not in `ink`. */
  readonly faint: ComponentRuns;
  /** How far a mark of the peak 0 to 255 stands off the paper, in levels. */
  readonly standsOff: (peak: number) => number;
}

/** Parts the ink of an image whose strokes stand off the paper by such a level from what is fainter. */
export function layeredInk({ image, contrast, noise }: MeasuredInk, level: number): LayeredInk {
  const { noiseFloor, leastSignal, leastContrast, faintest, leastCorrelation, leastLink } =
    inkLimits;
  const { width, height } = image;
  if (level < leastContrast) return nothingOn(image);
  // Where strokes fill the image, the light is uncertain, and that looks like noise too.
  if (level < leastSignal * noise && level < leastSignal * grain(image)) return nothingOn(image);
  const least = Math.max(noiseFloor * noise, faintest * level);
  const cut = noise === 0 ? 0 : Math.min(least, level / 2);
  const levels = toBytes(contrast.contrasts.map((value) => ((value - cut) / (level - cut)) * 255));
  const ink = inkImage(width, height);
  const { cases } = contrast;
  for (let i = 0; i < cases.length; i++) ink.pixels[i] = levels[cases[i]];
  if (neighbourCorrelation(ink) < leastCorrelation) return nothingOn(image);
  // Paper whose noise is below half a level counts as clean, and what is left of it would link all marks.
  const { components, runs, owners } = connectedComponents(ink, cut === 0 ? leastLink : 1);
  const isSpeck = components.map(({ peak }) => peak < inkLimits.speckPeak);
  for (let run = 0; run < runs.starts.length; run++) {
    if (!isSpeck[owners[run] - 1]) continue;
    for (let at = runs.starts[run]; at < runs.ends[run]; at++) ink.pixels[at] = 0;
  }
  return {
    ink,
    faint: {
      components: components.filter(({ peak }) => peak < inkLimits.faintPeak),
      ...{ runs, owners },
    },
    standsOff: (peak) => cut + (peak / 255) * (level - cut),
  };
}

function nothingOn({ width, height }: LightImage): LayeredInk {
  const ink = inkImage(width, height);
  return { ink, faint: connectedComponents(ink), standsOff: () => 0 };
}

/** The ink of an image whose strokes stand off the paper by such a level.
 *
 * @returns same size, that level 255; all 0 where nothing is written
 */
export function inkAt(measured: MeasuredInk, level: number): InkImage {
  return layeredInk(measured, level).ink;
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
