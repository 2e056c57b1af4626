import type { Rng } from "./rng.ts";

/** A random field that changes smoothly: normal draws at the knots of a grid, a uniform cubic
 * [B-spline](https://en.wikipedia.org/wiki/B-spline) between them.
 *
 * @param size in pixels, at least 1 each way
 * @param spacing pixels from knot to knot, above 0
 * @param rng draws the knots
 * @returns `[height × width]`, row by row: mean 0, deviation about 0.5
 */
export function smoothField(
  { width, height }: { readonly width: number; readonly height: number },
  spacing: number,
  rng: Rng,
): Float32Array {
  const knotRows = Math.ceil(height / spacing) + 3;
  const [across, down] = [splineWeights(width, spacing), splineWeights(height, spacing)];
  const strips = new Float32Array(knotRows * width); // interpolated along the rows of knots
  for (let row = 0; row < knotRows; row++) {
    drawStrip(strips.subarray(row * width, (row + 1) * width), across, spacing, rng);
  }
  const field = new Float32Array(width * height);
  for (let y = 0, at = 0; y < height; y++) {
    const [a, b, c, d] = [down[4 * y], down[4 * y + 1], down[4 * y + 2], down[4 * y + 3]];
    for (let x = 0, i = Math.floor(y / spacing) * width; x < width; x++, at++, i++) {
      field[at] = a * strips[i] + b * strips[i + width] + c * strips[i + 2 * width] +
        d * strips[i + 3 * width];
    }
  }
  return field;
}

function drawStrip(strip: Float32Array, weights: Float32Array, spacing: number, rng: Rng): void {
  let [a, b, c, d] = [rng.normal(), rng.normal(), rng.normal(), rng.normal()];
  for (let x = 0, knot = 0, w = 0; x < strip.length; x++, w += 4) {
    for (; knot < Math.floor(x / spacing); knot++) [a, b, c, d] = [b, c, d, rng.normal()];
    strip[x] = weights[w] * a + weights[w + 1] * b + weights[w + 2] * c + weights[w + 3] * d;
  }
}

/** How much each of the four knots around a pixel counts, `[length × 4]`. */
function splineWeights(length: number, spacing: number): Float32Array {
  const weights = new Float32Array(4 * length);
  for (let i = 0, w = 0; i < length; i++, w += 4) {
    const t = i / spacing - Math.floor(i / spacing);
    const rest = 1 - t;
    weights[w] = rest * rest * rest / 6;
    weights[w + 1] = 2 / 3 - t * t + t * t * t / 2;
    weights[w + 3] = t * t * t / 6;
    weights[w + 2] = 1 - weights[w] - weights[w + 1] - weights[w + 3];
  }
  return weights;
}
