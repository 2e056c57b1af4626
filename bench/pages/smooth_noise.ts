import type { Rng } from "@lib/base/rng.ts";
import { inkImage } from "@lib/image/ink_image.ts";
import { resample } from "@lib/image/resample.ts";

/** Normal noise, smooth over `grain` pixels.
 *
 * @returns `[height × width]`, with a deviation of about 1
 */
export function smoothNoise(width: number, height: number, grain: number, rng: Rng): Float32Array {
  const [columns, rows] = [width, height].map((side) => Math.max(2, Math.round(side / grain)));
  const pixels = Uint8ClampedArray.from({ length: columns * rows }, () => 128 + 42 * rng.normal());
  const small = inkImage(columns, rows, new Uint8Array(pixels.buffer));
  return Float32Array.from(resample(small, width, height).pixels, (level) => (level - 128) / 42);
}
