/** Images turned over and around.
 *
 * @module
 */
import type { GreyImage, Holds } from "./grey_image.ts";

/** The ways to turn a drawing over or around. */
export type Turn = "mirrored" | "flipped" | "half" | "left" | "right";

/** Turns a drawing: `mirrored` left to right, `flipped` upside down as in water, rotated by `half` a
 * turn, or by a quarter to the `left` or `right`.
 *
 * @returns width and height change places with a quarter turn
 *
 * @example
 * ```ts
 * import { deepStrictEqual } from "node:assert";
 * import { inkImage } from "@lib/image/ink_image.ts";
 * import { turn } from "@lib/image/turn.ts";
 * const row = inkImage(3, 1, new Uint8Array([1, 2, 3]));
 * deepStrictEqual([...turn(row, "mirrored").pixels], [3, 2, 1]);
 * ```
 */
export function turn<Kind extends Holds>(
  { holds, width, height, pixels }: GreyImage<Kind>,
  turn: Turn,
): GreyImage<Kind> {
  const isQuarter = turn === "left" || turn === "right";
  const [columns, rows] = isQuarter ? [height, width] : [width, height];
  const result = new Uint8Array(pixels.length);
  for (let y = 0, at = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++, at++) {
      result[at] = pixels[source(turn, x, y, width, height)];
    }
  }
  return { holds, width: columns, height: rows, pixels: result };
}

function source(turn: Turn, x: number, y: number, width: number, height: number): number {
  switch (turn) {
    case "mirrored":
      return y * width + width - 1 - x;
    case "flipped":
      return (height - 1 - y) * width + x;
    case "half":
      return (height - 1 - y) * width + width - 1 - x;
    case "left":
      return x * width + width - 1 - y;
    case "right":
      return (height - 1 - x) * width + y;
  }
}
