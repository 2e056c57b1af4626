import { imageSide } from "../../image/digit_size.ts";

/** Beyond so many deviations nothing counts. */
const reach = 4;

/** Blurs an image of 28 × 28 levels by a Gaussian; what lies beyond the edge is taken to be as the edge.
 *
 * @param deviation pixels, above 0
 */
export function gaussianBlur(levels: Float32Array, deviation: number): Float32Array {
  const radius = Math.max(1, Math.round(reach * deviation));
  const weights = Float64Array.from(
    { length: 2 * radius + 1 },
    (_, i) => Math.exp(-((i - radius) ** 2) / (2 * deviation ** 2)),
  );
  const total = weights.reduce((sum, weight) => sum + weight);
  const along = (from: Float32Array, step: number, across: number): Float32Array => {
    const to = new Float32Array(from.length);
    for (let row = 0; row < imageSide; row++) {
      for (let i = 0; i < imageSide; i++) {
        let sum = 0;
        for (let k = -radius; k <= radius; k++) {
          const place = Math.min(imageSide - 1, Math.max(0, i + k));
          sum += weights[k + radius] * from[row * across + place * step];
        }
        to[row * across + i * step] = sum / total;
      }
    }
    return to;
  };
  return along(along(levels, 1, imageSide), imageSide, 1);
}
