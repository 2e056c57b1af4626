import type { Rng } from "@lib/base/rng.ts";
import { drawLine } from "@lib/image/draw_line.ts";
import { type InkImage, inkImage } from "@lib/image/ink_image.ts";

/** What stands between or before digits. */
export type Sign = "/" | "-" | "." | "," | ":" | "+" | "=";

/** Strokes of a sign parted by `|`: corners in hundredths of a digit's height, down from its top. */
const strokes: Readonly<Record<Sign, string>> = {
  "/": "40,-4 0,106",
  "-": "0,52 34,50",
  ".": "0,97 1,98",
  ",": "6,94 0,114",
  ":": "0,32 1,33|0,78 1,79",
  "+": "0,54 46,54|23,31 23,77",
  "=": "0,44 44,43|0,64 44,63",
};

/** Writes a sign.
 *
 * @param height of the digits beside it, in pixels
 * @param pen width of the pen, in pixels
 * @returns as wide as its ink; as high as the digits, and a quarter of their height more above and below
 */
export function signInk(sign: Sign, height: number, pen: number, rng: Rng): InkImage {
  const length = rng.between(0.85, 1.15);
  const slant = sign === "/" ? rng.between(0.5, 1.1) : length;
  const shake = (): number => 0.012 * rng.normal();
  const lines = strokes[sign].split("|").map((stroke) =>
    stroke.split(" ").map((corner): [number, number] => {
      const [across, down] = corner.split(",").map((part) => Number(part) / 100 + shake());
      return [Math.max(0, across * slant) * height + pen / 2, (0.25 + down) * height];
    })
  );
  const width = Math.ceil(Math.max(...lines.flat().map(([x]) => x)) + pen / 2) + 1;
  const ink = inkImage(width, Math.round(1.5 * height));
  const isDot = sign === "." || sign === ":";
  for (const [from, to] of lines) drawLine(ink, from, to, isDot ? 1.3 * pen : pen);
  return ink;
}
