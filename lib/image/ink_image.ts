/** Images of ink: what a pen left.
 *
 * @module
 */
import type { GreyImage } from "./grey_image.ts";

/** What a pen left, and what a network wants: 0 is paper, 255 is a full stroke. */
export type InkImage = GreyImage<"ink">;

/** Makes an image of ink.
 *
 * @param width columns
 * @param height rows
 * @param pixels `[height × width]`, row by row; all 0 by default. Kept, not copied
 *
 * @example
 * ```ts
 * import { inkImage } from "@lib/image/ink_image.ts";
 * import { strictEqual } from "node:assert";
 * strictEqual(inkImage(3, 2).pixels.length, 6);
 * ```
 */
export function inkImage(
  width: number,
  height: number,
  pixels: Uint8Array = new Uint8Array(width * height),
): InkImage {
  return { holds: "ink", width, height, pixels };
}
