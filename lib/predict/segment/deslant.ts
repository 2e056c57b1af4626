/** Deskewing a line of writing.
 *
 * @module
 */
import { boxAround } from "../../image/box.ts";
import { crop } from "../../image/crop.ts";
import { inkBox } from "../../image/ink_box.ts";
import { shear } from "../../image/shear.ts";
import { measureSlant } from "../../preprocess/ink/measure_slant.ts";
import type { BoxedInk } from "../../image/boxed_ink.ts";
import { slantLimits } from "./limits.ts";
import { overlay } from "../../image/overlay.ts";

/** A line of writing without its slant. */
export interface DeslantedLine {
  /** Boxes are those of the upright line. */
  readonly marks: readonly BoxedInk[];
  /** Brings ink of the upright line back: where on the page it lies. */
  readonly boxOnPage: (piece: BoxedInk) => BoxedInk["box"];
}

/** Deslants (deskews) a line of writing: takes its slant off, so that digits stand upright beside each other.
 *
 * @param marks of the line, at least one
 * @param slant columns to the right for each row upwards; that of the marks where it is missing
 * @returns the upright marks, in the same order; one whose ink fades away in the shear is left out
 *
 * @example
 * ```ts
 * import { boxedInk } from "@lib/image/boxed_ink.ts";
 * import { inkImage } from "@lib/image/ink_image.ts";
 * import { deslant } from "@lib/predict/segment/deslant.ts";
 * import { deepStrictEqual } from "node:assert";
 * const bar = boxedInk(inkImage(3, 20, new Uint8Array(60).fill(255)), { x: 7, y: 5 });
 * const { marks, boxOnPage } = deslant([bar]); // it stands upright as it is
 * deepStrictEqual(boxOnPage(marks[0]), bar.box);
 * ```
 */
export function deslant(
  marks: readonly BoxedInk[],
  slant: number = slantOf(marks),
): DeslantedLine {
  const box = boxAround(marks.map((mark) => mark.box));
  const foot = box.y + box.height - 1;
  const upright = marks.flatMap((mark): BoxedInk[] => {
    const { image, left } = shear(mark.ink, -slant);
    const own = inkBox(image);
    if (own === undefined) return [];
    const lowest = mark.box.y + mark.box.height - 1;
    const x = mark.box.x - left - Math.round(slant * (foot - lowest)) + own.x;
    return [{ box: { ...own, x, y: mark.box.y + own.y }, ink: crop(image, own) }];
  });
  return { marks: upright, boxOnPage: (piece) => slantedBox(piece, slant, foot) };
}

/** How far the marks of a line lean together. */
export function slantOf(marks: readonly BoxedInk[]): number {
  return measureSlant(overlay(marks).ink);
}

/** The box of ink whose rows are moved back to the right. */
function slantedBox({ box, ink }: BoxedInk, slant: number, foot: number): BoxedInk["box"] {
  let [left, right] = [Infinity, -Infinity];
  for (let y = 0; y < ink.height; y++) {
    const shift = slant * (foot - box.y - y);
    for (let x = 0; x < ink.width; x++) {
      if (ink.pixels[y * ink.width + x] < slantLimits.leastInk) continue;
      left = Math.min(left, box.x + x + shift);
      right = Math.max(right, box.x + x + shift);
    }
  }
  if (right < left) return box;
  const x = Math.round(left);
  return { x, y: box.y, width: Math.round(right) - x + 1, height: box.height };
}
