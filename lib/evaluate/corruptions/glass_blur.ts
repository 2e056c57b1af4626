import type { Rng } from "../../base/rng.ts";
import { imageSide } from "../../image/digit_size.ts";
import type { Severity } from "./corruption.ts";
import { gaussianBlur } from "./gaussian_blur.ts";
import { glass } from "./ranges.ts";

/** Frosted glass: the image is blurred, every other pixel changes places with one near by, and it is blurred
 * again. */
export function glassBlur(ink: Float32Array, severity: Severity, rng: Rng): Float32Array {
  const { deviation, reach, rounds } = glass[severity - 1];
  const levels = gaussianBlur(ink, deviation);
  const offset = (): number => rng.integer(2 * reach + 1) - reach;
  for (let round = 0; round < rounds; round++) {
    for (let y = reach; y < imageSide - reach; y++) {
      for (let x = reach; x < imageSide - reach; x++) {
        if (rng.uniform() < 0.5) continue;
        const [here, there] = [y * imageSide + x, (y + offset()) * imageSide + x + offset()];
        [levels[here], levels[there]] = [levels[there], levels[here]];
      }
    }
  }
  return gaussianBlur(levels, deviation);
}
