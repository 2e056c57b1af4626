import { checkGreyImage, type GreyImage } from "./grey_image.ts";
import { toBytes } from "./to_bytes.ts";

/** Which source pixels an output pixel is mixed from, along one axis. */
interface Mix {
  readonly first: number;
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
 * @throws {RangeError} if a side of the result is no positive integer
 */
export function resample(image: GreyImage, width: number, height: number): GreyImage {
  checkGreyImage(image, "resample");
  for (const side of [width, height]) {
    if (!Number.isInteger(side) || side < 1) {
      throw new RangeError(`Cannot resample to ${width} × ${height}: wanted positive integers`);
    }
  }
  if (width === image.width && height === image.height) return image;
  const rows = mixRows(image.pixels, image.width, image.height, mixes(image.width, width));
  const columns = mixColumns(rows, width, mixes(image.height, height));
  return { width, height, pixels: toBytes(columns) };
}

function mixes(from: number, to: number): Mix[] {
  return Array.from(
    { length: to },
    (_, i) => to < from ? covered(i, from, to) : cubic(i, from, to),
  );
}

function covered(i: number, from: number, to: number): Mix {
  const [start, end] = [(i * from) / to, ((i + 1) * from) / to];
  const first = Math.floor(start);
  const last = Math.min(from, Math.ceil(end - 1e-9));
  const weights = Float32Array.from({ length: last - first }, (_, k) => {
    return (Math.min(end, first + k + 1) - Math.max(start, first + k)) / (end - start);
  });
  return { first, weights };
}

function cubic(i: number, from: number, to: number): Mix {
  const centre = ((i + 0.5) * from) / to - 0.5;
  const base = Math.floor(centre);
  const first = Math.max(0, base - 1);
  const last = Math.min(from - 1, base + 2);
  const weights = new Float32Array(last - first + 1);
  for (let k = base - 1; k <= base + 2; k++) {
    const inside = Math.min(last, Math.max(first, k)); // the edge pixel goes on beyond the edge
    weights[inside - first] += kernel(Math.abs(k - centre));
  }
  return { first, weights };
}

/** Cubic convolution with a = -1/2. */
function kernel(x: number): number {
  if (x < 1) return (1.5 * x - 2.5) * x * x + 1;
  return x < 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0;
}

function mixRows(pixels: Uint8Array, width: number, height: number, mixes: Mix[]): Float32Array {
  const result = new Float32Array(mixes.length * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < mixes.length; x++) {
      const { first, weights } = mixes[x];
      let sum = 0;
      for (let k = 0; k < weights.length; k++) sum += weights[k] * pixels[y * width + first + k];
      result[y * mixes.length + x] = sum;
    }
  }
  return result;
}

function mixColumns(rows: Float32Array, width: number, mixes: Mix[]): Float32Array {
  const result = new Float32Array(width * mixes.length);
  mixes.forEach(({ first, weights }, y) => {
    weights.forEach((weight, k) => {
      const from = (first + k) * width;
      for (let x = 0; x < width; x++) result[y * width + x] += weight * rows[from + x];
    });
  });
  return result;
}
