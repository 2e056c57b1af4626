/** Bytes to numbers from 0 to 1.
 *
 * @module
 */

/** Scales grey values from 0…255 to 0…1.
 *
 * @param bytes grey values of any number of images
 * @returns as many floats
 *
 * @example
 * ```ts
 * import { scaleToUnit } from "@lib/preprocess/dataset/scale_to_unit.ts";
 * if (scaleToUnit(new Uint8Array([0, 255]))[1] !== 1) throw new Error();
 * ```
 */
export function scaleToUnit(bytes: Uint8Array): Float32Array<ArrayBuffer> {
  const pixels = new Float32Array(bytes.length);
  for (let i = 0; i < bytes.length; i++) pixels[i] = bytes[i] / 255;
  return pixels;
}
