/** Images of light: what a camera gives.
 *
 * @module
 */
import type { GreyImage } from "./grey_image.ts";

/** What a camera gives, and what a person sees: 0 is black, 255 is white. */
export type LightImage = GreyImage<"light">;

/** Makes an image of light.
 *
 * @param width columns
 * @param height rows
 * @param pixels `[height × width]`, row by row; all 0 by default. Kept, not copied
 *
 * @example
 * ```ts
 * import { lightImage } from "@lib/image/light_image.ts";
 * import { strictEqual } from "node:assert";
 * strictEqual(lightImage(3, 2).pixels.length, 6);
 * ```
 */
export function lightImage(
  width: number,
  height: number,
  pixels: Uint8Array = new Uint8Array(width * height),
): LightImage {
  return { holds: "light", width, height, pixels };
}
