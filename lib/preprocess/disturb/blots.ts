import type { Rng } from "../../base/rng.ts";
import type { InkImage } from "../../image/ink_image.ts";
import { blotRanges as ranges } from "./disturb_ranges.ts";

/** Covers round places with ink, paper or a level between.
 *
 * @returns same size
 */
export function blots(ink: InkImage, rng: Rng): InkImage {
  const { width, height } = ink;
  const pixels = ink.pixels.slice();
  const count = 1 + rng.integer(ranges.more);
  for (let blot = 0; blot < count; blot++) {
    const [middleX, middleY] = [width * rng.uniform(), height * rng.uniform()];
    const radius = rng.between(...ranges.radius);
    const level = rng.integer(256);
    for (let y = 0, i = 0; y < height; y++) {
      for (let x = 0; x < width; x++, i++) {
        const covered = Math.min(1, radius + 0.5 - Math.hypot(x - middleX, y - middleY));
        if (covered > 0) pixels[i] += covered * (level - pixels[i]);
      }
    }
  }
  return { ...ink, pixels };
}
