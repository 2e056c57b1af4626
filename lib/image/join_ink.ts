import { boxAround } from "./box_around.ts";
import type { DigitInk } from "./digit_ink.ts";

/** Lays pieces of ink, of which there is at least one, together into one. */
export function joinInk(pieces: readonly DigitInk[]): DigitInk {
  if (pieces.length === 1) return pieces[0];
  const box = boxAround(pieces.map((piece) => piece.box));
  const pixels = new Uint8Array(box.width * box.height);
  for (const piece of pieces) {
    const { width, pixels: own } = piece.ink;
    const start = (piece.box.y - box.y) * box.width + piece.box.x - box.x;
    for (let i = 0; i < own.length; i++) {
      if (own[i] === 0) continue;
      const at = start + Math.floor(i / width) * box.width + (i % width);
      pixels[at] = Math.max(pixels[at], own[i]);
    }
  }
  return { box, ink: { width: box.width, height: box.height, pixels } };
}
