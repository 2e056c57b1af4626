/** The paper that ink encloses.
 *
 * @module
 */
import type { InkImage } from "./ink_image.ts";

/** Finds the paper that ink encloses, such as the inside of a zero.
 *
 * @param least the faintest level that counts as ink
 * @returns `[height × width]`, 1 inside, 0 elsewhere
 *
 * @example
 * ```ts
 * import { deepStrictEqual } from "node:assert";
 * import { holes } from "@lib/image/holes.ts";
 * import { inkImage } from "@lib/image/ink_image.ts";
 * const ring = inkImage(3, 3, new Uint8Array([9, 9, 9, 9, 0, 9, 9, 9, 9]));
 * deepStrictEqual([...holes(ring, 1)], [0, 0, 0, 0, 1, 0, 0, 0, 0]);
 * ```
 */
export function holes({ width, height, pixels }: InkImage, least: number): Uint8Array {
  const inside = Uint8Array.from(pixels, (level) => level < least ? 1 : 0);
  const queue = new Int32Array(pixels.length);
  let count = 0;
  const visit = (at: number): void => {
    if (inside[at] === 0) return;
    inside[at] = 0;
    queue[count++] = at;
  };
  for (let x = 0; x < width; x++) {
    visit(x);
    visit((height - 1) * width + x);
  }
  for (let y = 0; y < height; y++) {
    visit(y * width);
    visit(y * width + width - 1);
  }
  for (let next = 0; next < count; next++) {
    const at = queue[next];
    const x = at % width;
    if (x > 0) visit(at - 1);
    if (x < width - 1) visit(at + 1);
    if (at >= width) visit(at - width);
    if (at < pixels.length - width) visit(at + width);
  }
  return inside;
}
