import type { GreyImage } from "@lib/image/image.ts";

/** Ink drawn with characters: `#` is full ink, anything else is paper. */
export function drawing(...rows: string[]): GreyImage {
  const pixels = Uint8Array.from(rows.join(""), (character) => character === "#" ? 255 : 0);
  return { width: rows[0].length, height: rows.length, pixels };
}
