/** Several pieces of ink on one sheet.
 *
 * @module
 */
import { boxAround } from "./box.ts";
import type { BoxedInk } from "./boxed_ink.ts";
import { inkImage } from "./ink_image.ts";

/** Lays pieces of ink onto one sheet, each at its own place; where several have ink, the strongest stays.
 *
 * @param pieces at least one
 * @returns as large as all together need; a single piece is returned as it is
 *
 * @example
 * ```ts
 * import { boxedInk } from "@lib/image/boxed_ink.ts";
 * import { inkImage } from "@lib/image/ink_image.ts";
 * import { overlay } from "@lib/image/overlay.ts";
 * import { deepStrictEqual } from "node:assert";
 * const dot = inkImage(1, 1, new Uint8Array([255]));
 * const { ink } = overlay([boxedInk(dot), boxedInk(dot, { x: 2 })]);
 * deepStrictEqual([...ink.pixels], [255, 0, 255]);
 * ```
 */
export function overlay(pieces: readonly BoxedInk[]): BoxedInk {
  if (pieces.length === 1) return pieces[0];
  const box = boxAround(pieces.map((piece) => piece.box));
  const pixels = new Uint8Array(box.width * box.height);
  for (const piece of pieces) {
    const { width, height, pixels: own } = piece.ink;
    for (let y = 0, i = 0; y < height; y++) {
      let at = (piece.box.y - box.y + y) * box.width + piece.box.x - box.x;
      for (let x = 0; x < width; x++, i++, at++) if (own[i] > pixels[at]) pixels[at] = own[i];
    }
  }
  return { box, ink: inkImage(box.width, box.height, pixels) };
}
