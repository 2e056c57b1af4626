/** Broader and finer strokes.
 *
 * @module */

import { pad } from "../../../image/pad.ts";
import { dilate, erode } from "../../../image/morphology.ts";
import type { InkImage } from "../../../image/ink_image.ts";

/** Makes every stroke broader or finer, also by a part of a pixel: grey
 * [dilation or erosion](https://en.wikipedia.org/wiki/Mathematical_morphology#Grayscale_morphology). A
 * stroke is never worn away: its ridge stays, as fine as it has become.
 *
 * @param ink strokes of any width
 * @param growth pixels by which each edge of a stroke moves outwards; below 0 inwards
 * @returns larger by the growth on each side
 *
 * @example
 * ```ts
 * import { deepStrictEqual } from "node:assert";
 * import { inkImage } from "@lib/image/ink_image.ts";
 * import { varyStrokeWidth } from "@lib/preprocess/handwriting/writer/vary_stroke_width.ts";
 * const dot = inkImage(1, 1, new Uint8Array([255]));
 * deepStrictEqual([...varyStrokeWidth(dot, 1).pixels], [0, 255, 0, 255, 255, 255, 0, 255, 0]);
 * ```
 */
export function varyStrokeWidth(ink: InkImage, growth: number): InkImage {
  const margin = Math.max(0, Math.ceil(growth));
  let drawn = pad(ink, margin);
  for (let rest = growth; rest > 0; rest--) drawn = broader(drawn, Math.min(1, rest));
  for (let rest = -growth; rest > 0; rest--) drawn = finer(drawn, Math.min(1, rest));
  return drawn;
}

function broader(ink: InkImage, part: number): InkImage {
  const { pixels } = dilate(ink, "cross");
  for (let i = 0; i < pixels.length; i++) {
    pixels[i] = ink.pixels[i] + part * (pixels[i] - ink.pixels[i]) + 0.5;
  }
  return { ...ink, pixels };
}

function finer(ink: InkImage, part: number): InkImage {
  const { pixels: core } = erode(ink, "cross");
  // What dilation does not bring back was the ridge of a fine stroke.
  const { pixels: opened } = dilate({ ...ink, pixels: core }, "cross");
  const pixels = new Uint8Array(core.length);
  for (let i = 0; i < pixels.length; i++) {
    const level = ink.pixels[i];
    // The fainter edges of a ridge fade first.
    const kept = Math.max(core[i], (level - opened[i]) * level / 255);
    pixels[i] = level + part * (kept - level) + 0.5;
  }
  return { ...ink, pixels };
}
