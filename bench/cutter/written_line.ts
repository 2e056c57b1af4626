import type { Rng } from "@lib/base/rng.ts";
import type { Dataset } from "@lib/download/dataset.ts";
import { boxedInk } from "@lib/image/boxed_ink.ts";
import { type InkImage, inkImage } from "@lib/image/ink_image.ts";
import { overlay } from "@lib/image/overlay.ts";
import { pad } from "@lib/image/pad.ts";
import { resample } from "@lib/image/resample.ts";
import { shear } from "@lib/image/shear.ts";
import { spacingRanges } from "@lib/preprocess/handwriting/line/line_ranges.ts";
import { lineRemnants } from "@lib/preprocess/handwriting/line/line_remnants.ts";
import { writeLine } from "@lib/preprocess/handwriting/line/write_line.ts";
import { blur } from "@lib/preprocess/handwriting/scan/blur.ts";
import { contrast } from "@lib/preprocess/handwriting/scan/contrast.ts";
import { noise } from "@lib/preprocess/handwriting/scan/noise.ts";
import { measureSlant } from "@lib/preprocess/ink/measure_slant.ts";
import { drawLimits as limits, labelLimits } from "./limits.ts";

/** A line of which it is known whose each stroke is. */
export interface OwnedLine {
  /** As a photograph shows it. */
  readonly ink: InkImage;
  /** Its digits, 0 to 9, from left to right. */
  readonly labels: readonly number[];
  /** `[height × width]`, whose stroke is in a pixel: bit `i` for digit `i`, {@link foreign} for what is no digit; 0
   * for paper and the soft edges of strokes. */
  readonly owners: Uint16Array;
}

/** The bit of ink that is of no digit: signs, letters, links, remnants of print. */
export const foreign = 1 << 15;

/** Writes an upright line of digits, enlarges it and photographs it, and keeps in mind whose ink is where.
 *
 * @param index of a digit that is among them
 */
export function writtenLine(dataset: Dataset, index: number, rng: Rng): OwnedLine {
  const { ink, labels, digits, extent } = writeLine(dataset, index, rng, limits);
  lineRemnants(ink, extent, rng);
  const slant = measureSlant(ink) + spacingRanges.residualSlant * rng.normal();
  const [least, most] = limits.scale;
  const scale = least * (most / least) ** rng.uniform();
  const enlarged = (sheet: InkImage): InkImage => {
    const { image } = shear(sheet, -slant);
    const side = (length: number): number => Math.round(length * scale);
    return pad(resample(image, side(image.width), side(image.height)), limits.margin);
  };
  const paper = boxedInk(inkImage(ink.width, ink.height));
  const sheet = enlarged(ink);
  const planes = digits.map((digit) => enlarged(overlay([paper, digit]).ink));
  return { ink: photographed(sheet, rng), labels, owners: ownersOf(sheet, planes) };
}

function ownersOf({ pixels }: InkImage, digits: readonly InkImage[]): Uint16Array {
  const { stroke } = labelLimits;
  const owners = new Uint16Array(pixels.length);
  digits.forEach((digit, i) => {
    for (let at = 0; at < owners.length; at++) {
      if (digit.pixels[at] >= stroke) owners[at] |= 1 << i;
    }
  });
  for (let at = 0; at < owners.length; at++) {
    // A strip of it may have been erased.
    if (pixels[at] < stroke) owners[at] = 0;
    else if (owners[at] === 0) owners[at] = foreign;
  }
  return owners;
}

/** Damaged as by a camera, every pixel in its place. */
function photographed(sheet: InkImage, rng: Rng): InkImage {
  let seen = sheet;
  if (rng.uniform() < limits.blurred) {
    const soft = blur(seen, rng.between(...limits.blur));
    seen = pad(soft, (sheet.width - soft.width) / 2);
  }
  if (rng.uniform() < limits.noisy) seen = noise(seen, rng.between(...limits.noise), rng);
  if (rng.uniform() < limits.contrasted) {
    const peak = seen.pixels.reduce((most, level) => Math.max(most, level), 1);
    const paper = peak * rng.between(...limits.paper);
    seen = contrast(seen, paper, paper + peak * rng.between(...limits.span));
  }
  return seen;
}
