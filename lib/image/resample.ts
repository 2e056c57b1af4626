/** Images of another size.
 *
 * @module
 */
import { checkGreyImage, type GreyImage, type Holds } from "./grey_image.ts";

/** Which source pixels the output pixels are mixed from, along one axis. */
interface Mixes {
  /** Of each output pixel the first source pixel. */
  readonly firsts: Int32Array;
  /** Where its weights begin; one more says where the last one's end. */
  readonly starts: Int32Array;
  readonly weights: Float32Array;
}

/** Brings an image to another size.
 *
 * Made smaller, each new pixel is the mean of the area it covers, parts of pixels included, so that
 * no thin stroke falls between the samples. Made larger, it is interpolated by cubic convolution
 * (Keys, 1981, https://doi.org/10.1109/TASSP.1981.1163711). Each axis is treated by itself.
 *
 * @param width columns of the result
 * @param height rows of the result
 * @throws {RangeError} if a side of the result is not a positive integer
 *
 * @example
 * ```ts
 * import { deepStrictEqual } from "node:assert";
 * import { inkImage } from "@lib/image/ink_image.ts";
 * import { resample } from "@lib/image/resample.ts";
 * const row = inkImage(4, 1, new Uint8Array([0, 100, 200, 40]));
 * deepStrictEqual([...resample(row, 2, 1).pixels], [50, 120]);
 * ```
 */
export function resample<Kind extends Holds>(
  image: GreyImage<Kind>,
  width: number,
  height: number,
): GreyImage<Kind> {
  checkGreyImage(image, "resample");
  for (const side of [width, height]) {
    if (!Number.isInteger(side) || side < 1) {
      throw new RangeError(`Cannot resample to ${width} × ${height}: wanted positive integers`);
    }
  }
  if (width === image.width && height === image.height) return image;
  const rows = mixRows(image, mixes(image.width, width));
  const pixels = mixColumns(rows, width, mixes(image.height, height));
  return { holds: image.holds, width, height, pixels };
}

function mixes(from: number, to: number): Mixes {
  return to < from ? covered(from, to) : cubic(from, to);
}

function covered(from: number, to: number): Mixes {
  const [firsts, starts] = [new Int32Array(to), new Int32Array(to + 1)];
  const weights = new Float32Array(from + 2 * to); // the pixels at the ends are shared
  for (let i = 0; i < to; i++) {
    const [start, end] = [(i * from) / to, ((i + 1) * from) / to];
    const first = Math.floor(start);
    const last = Math.min(from, Math.ceil(end - 1e-9));
    for (let k = first; k < last; k++) {
      const part = Math.min(end, k + 1) - Math.max(start, k);
      weights[starts[i] + k - first] = part / (end - start);
    }
    firsts[i] = first;
    starts[i + 1] = starts[i] + last - first;
  }
  return { firsts, starts, weights };
}

function cubic(from: number, to: number): Mixes {
  const [firsts, starts] = [new Int32Array(to), new Int32Array(to + 1)];
  const weights = new Float32Array(4 * to);
  for (let i = 0; i < to; i++) {
    const centre = ((i + 0.5) * from) / to - 0.5;
    const base = Math.floor(centre);
    const first = Math.max(0, base - 1);
    const last = Math.min(from - 1, base + 2);
    for (let k = base - 1; k <= base + 2; k++) {
      const inside = Math.min(last, Math.max(first, k)); // the edge pixel goes on beyond the edge
      weights[starts[i] + inside - first] += kernel(Math.abs(k - centre));
    }
    firsts[i] = first;
    starts[i + 1] = starts[i] + last - first + 1;
  }
  return { firsts, starts, weights };
}

/** Cubic convolution with a = -1/2. */
function kernel(x: number): number {
  if (x < 1) return (1.5 * x - 2.5) * x * x + 1;
  return x < 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0;
}

function mixRows(
  { width, height, pixels }: GreyImage,
  { firsts, starts, weights }: Mixes,
): Float32Array {
  const columns = firsts.length;
  const result = new Float32Array(columns * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < columns; x++) {
      const from = y * width + firsts[x] - starts[x];
      let sum = 0;
      for (let k = starts[x]; k < starts[x + 1]; k++) sum += weights[k] * pixels[from + k];
      result[y * columns + x] = sum;
    }
  }
  return result;
}

/** Row by row, so that the sums of one stay close at hand. */
function mixColumns(
  rows: Float32Array,
  width: number,
  { firsts, starts, weights }: Mixes,
): Uint8Array<ArrayBuffer> {
  const result = new Uint8ClampedArray(width * firsts.length);
  const sums = new Float32Array(width);
  for (let y = 0; y < firsts.length; y++) {
    sums.fill(0);
    for (let k = starts[y]; k < starts[y + 1]; k++) {
      const from = (firsts[y] + k - starts[y]) * width;
      const weight = weights[k];
      for (let x = 0; x < width; x++) sums[x] += weight * rows[from + x];
    }
    result.set(sums, y * width);
  }
  return new Uint8Array(result.buffer);
}
