import { type InkImage, inkImage } from "@lib/image/ink_image.ts";

/** Ink drawn with characters: `#` is full ink, anything else is paper. */
export function drawing(...rows: string[]): InkImage {
  const pixels = Uint8Array.from(rows.join(""), (character) => character === "#" ? 255 : 0);
  return inkImage(rows[0].length, rows.length, pixels);
}
