import type { Rng } from "@lib/base/rng.ts";
import { boxedInk } from "@lib/image/boxed_ink.ts";
import { type InkImage, inkImage } from "@lib/image/ink_image.ts";
import { overlay } from "@lib/image/overlay.ts";
import type { Hand } from "./hand.ts";
import { type Sign, signInk } from "./sign_ink.ts";

/** The space after a mark, as a part of a digit's height. */
export type Gap = (mark: string, next: string, rng: Rng) => number;

/** Writes digits and signs in a row.
 *
 * @param text of digits, the signs of `Sign`, and spaces
 * @param options.gap from mark to mark; digits stand apart by default
 * @param options.wander how far digits stand above or below the line, as a part of their height
 * @returns as wide as its ink; the middle of the digits lies at half its height
 */
export function writeRow(
  text: string,
  hand: Hand,
  rng: Rng,
  { gap = apart, wander = 0.03 }: { readonly gap?: Gap; readonly wander?: number } = {},
): InkImage {
  const { height, pen, write } = hand;
  const middle = Math.ceil(height);
  let x = 0;
  const pieces = [...text].flatMap((mark, i) => {
    if (mark === " ") {
      x += height * 0.7;
      return [];
    }
    const isDigit = mark >= "0" && mark <= "9";
    const ink = isDigit ? write(Number(mark), rng) : signInk(mark as Sign, height, pen, rng);
    const up = isDigit ? rng.between(-wander, wander) * height : 0;
    const left = Math.max(0, Math.round(x));
    const y = Math.round(middle + up - ink.height / 2);
    x = left + ink.width + gap(mark, text[i + 1] ?? "", rng) * height;
    return [boxedInk(ink, { x: left, y })];
  });
  const width = Math.max(1, ...pieces.map(({ box }) => box.x + box.width));
  return overlay([boxedInk(inkImage(width, 2 * middle)), ...pieces]).ink;
}

function apart(_mark: string, _next: string, rng: Rng): number {
  return rng.between(0.16, 0.4);
}
