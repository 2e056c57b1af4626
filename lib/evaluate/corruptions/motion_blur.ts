import type { Rng } from "../../base/rng.ts";
import { bilinear } from "../../image/bilinear.ts";
import { imageSide } from "../../image/digit_size.ts";
import type { Severity } from "./corruption.ts";
import { motions } from "./ranges.ts";

/** The camera moves while it looks: each level is a mean along a straight way, at most 45° from level, of
 * which the near part counts most. */
export function motionBlur(ink: Float32Array, severity: Severity, rng: Rng): Float32Array {
  const { length, deviation } = motions[severity - 1];
  const angle = rng.between(-Math.PI / 4, Math.PI / 4);
  const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
  const weights = Float64Array.from(
    { length: length + 1 },
    (_, step) => Math.exp(-(step ** 2) / (2 * deviation ** 2)),
  );
  const total = weights.reduce((sum, weight) => sum + weight);
  const image = { width: imageSide, height: imageSide, pixels: ink };
  return ink.map((_, at) => {
    const [x, y] = [at % imageSide, Math.floor(at / imageSide)];
    let sum = 0;
    for (let step = 0; step <= length; step++) {
      sum += weights[step] * bilinear(image, x - step * dx, y - step * dy);
    }
    return sum / total;
  });
}
