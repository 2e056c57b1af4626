/** Images of another size.
 *
 * @module
 */
import { checkGreyImage, type GreyImage, type Holds } from "./grey_image.ts";

/** Which source pixels the output pixels are mixed from, along one axis: each from as many that lie side by
 * side, so that no loop has to ask. */
interface Mixes {
  /** From how many; some of them may count nothing. */
  readonly taps: number;
  /** Of each output pixel the first source pixel; all its taps lie in the image. */
  readonly firsts: Int32Array;
  /** `[outputs × taps]`, in single precision. */
  readonly weights: Float64Array;
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
  const pixels = mixed(image, mixes(image.width, width), mixes(image.height, height));
  return { holds: image.holds, width, height, pixels };
}

function mixes(from: number, to: number): Mixes {
  return to < from ? covered(from, to) : cubic(from, to);
}

function emptyMixes(from: number, to: number, most: number): Mixes {
  const taps = Math.min(from, Math.max(3, most)); // the loops for three are written out
  return { taps, firsts: new Int32Array(to), weights: new Float64Array(to * taps) };
}

function covered(from: number, to: number): Mixes {
  const mixes = emptyMixes(from, to, Math.ceil(from / to) + 1); // the pixels at the ends are shared
  const { taps, firsts, weights } = mixes;
  for (let i = 0; i < to; i++) {
    const [start, end] = [(i * from) / to, ((i + 1) * from) / to];
    const last = Math.min(from, Math.ceil(end - 1e-9));
    firsts[i] = Math.min(Math.floor(start), from - taps);
    for (let k = Math.floor(start); k < last; k++) {
      const part = Math.min(end, k + 1) - Math.max(start, k);
      weights[i * taps + k - firsts[i]] = Math.fround(part / (end - start));
    }
  }
  return mixes;
}

function cubic(from: number, to: number): Mixes {
  const mixes = emptyMixes(from, to, 4);
  const { taps, firsts, weights } = mixes;
  for (let i = 0; i < to; i++) {
    const centre = ((i + 0.5) * from) / to - 0.5;
    const base = Math.floor(centre);
    firsts[i] = Math.min(Math.max(0, base - 1), from - taps);
    for (let k = base - 1; k <= base + 2; k++) {
      const inside = Math.min(from - 1, Math.max(0, k)); // the edge pixel goes on beyond the edge
      const place = i * taps + inside - firsts[i];
      weights[place] = Math.fround(weights[place] + kernel(Math.abs(k - centre)));
    }
  }
  return mixes;
}

/** Cubic convolution with a = -1/2. */
function kernel(x: number): number {
  if (x < 1) return (1.5 * x - 2.5) * x * x + 1;
  return x < 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0;
}

/** Mixes along the rows, then along the columns; of the mixed rows only those are kept that are needed. */
function mixed(
  { width, pixels }: GreyImage,
  across: Mixes,
  down: Mixes,
): Uint8Array<ArrayBuffer> {
  const columns = across.firsts.length;
  const result = new Uint8ClampedArray(columns * down.firsts.length);
  const source = new Float64Array(width);
  const kept = Array.from({ length: down.taps }, () => new Float64Array(columns));
  const rows = kept.slice();
  let ready = 0;
  for (let y = 0; y < down.firsts.length; y++) {
    const first = down.firsts[y];
    for (; ready < first + down.taps; ready++) {
      source.set(pixels.subarray(ready * width, (ready + 1) * width));
      mixRow(source, across, kept[ready % down.taps]);
    }
    for (let tap = 0; tap < down.taps; tap++) rows[tap] = kept[(first + tap) % down.taps];
    const weights = down.weights.subarray(y * down.taps, (y + 1) * down.taps);
    mixColumns(rows, weights, result.subarray(y * columns, (y + 1) * columns));
  }
  return new Uint8Array(result.buffer);
}

/** Nearly all images are mixed from three or four pixels along each axis: these loops are written out. */
function mixRow(
  source: Float64Array,
  { taps, firsts, weights }: Mixes,
  result: Float64Array,
): void {
  if (taps === 3) {
    for (let x = 0, k = 0; x < result.length; x++, k += 3) {
      const from = firsts[x];
      result[x] = Math.fround(
        weights[k] * source[from] + weights[k + 1] * source[from + 1] +
          weights[k + 2] * source[from + 2],
      );
    }
  } else if (taps === 4) {
    for (let x = 0, k = 0; x < result.length; x++, k += 4) {
      const from = firsts[x];
      result[x] = Math.fround(
        weights[k] * source[from] + weights[k + 1] * source[from + 1] +
          weights[k + 2] * source[from + 2] + weights[k + 3] * source[from + 3],
      );
    }
  } else {
    for (let x = 0, k = 0; x < result.length; x++, k += taps) {
      let sum = 0;
      for (let tap = 0, from = firsts[x]; tap < taps; tap++, from++) {
        sum += weights[k + tap] * source[from];
      }
      result[x] = Math.fround(sum);
    }
  }
}

/** Single precision at each step, in any way.
 *
 * @param weights of the rows
 * @param result a row of the image
 */
function mixColumns(
  rows: readonly Float64Array[],
  weights: Float64Array,
  result: Uint8ClampedArray,
): void {
  const [one, two, three, four] = rows;
  const [a, b, c, d] = [weights[0], weights[1], weights[2], weights[3]];
  if (rows.length === 3) {
    for (let x = 0; x < result.length; x++) {
      const upper = Math.fround(Math.fround(a * one[x]) + b * two[x]);
      result[x] = Math.fround(upper + c * three[x]);
    }
  } else if (rows.length === 4) {
    for (let x = 0; x < result.length; x++) {
      const upper = Math.fround(Math.fround(a * one[x]) + b * two[x]);
      result[x] = Math.fround(Math.fround(upper + c * three[x]) + d * four[x]);
    }
  } else {
    const sums = new Float32Array(result.length);
    rows.forEach((row, tap) => {
      const weight = weights[tap];
      for (let x = 0; x < sums.length; x++) sums[x] += weight * row[x];
    });
    result.set(sums);
  }
}
