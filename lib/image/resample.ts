/** Images of another size.
 *
 * @module
 */
import { imageRoom } from "../backend/simd/image_room.ts";
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
  const taps = Math.min(from, most);
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

/** Mixes along the rows, then down the columns: by a kernel, band by band, each of which fits into a cache. */
function mixed(
  { width, pixels }: GreyImage,
  across: Mixes,
  down: Mixes,
): Uint8Array<ArrayBuffer> {
  const [columns, rows] = [across.firsts.length, down.firsts.length];
  const result = new Uint8Array(columns * rows);
  const filled = 4 * Math.ceil(columns / 4); // with some that count nothing
  const bands = bandsOf(down, width, columns);
  const room = imageRoom();
  const places = room.lay({
    firstsDown: 4 * rows,
    weightsDown: 8 * down.weights.length,
    firstsAcross: 4 * filled,
    weightsAcross: 8 * filled * across.taps,
    lines: 8 * ((down.taps + 1) * filled + 2 * (width + 8)),
    source: 8 + width * (1 + Math.max(...bands.map(({ first, last }) => last - first))),
    target: 4 + columns * Math.max(...bands.map(({ from, to }) => to - from)),
  });
  room.put(places.firstsDown, down.firsts);
  room.put(places.weightsDown, down.weights);
  room.bytes(places.firstsAcross, 4 * filled).fill(0);
  room.bytes(places.weightsAcross, 8 * filled * across.taps).fill(0);
  room.put(places.firstsAcross, across.firsts);
  room.put(places.weightsAcross, across.weights);
  for (const { from, to, first, last } of bands) {
    room.put(places.source, pixels.subarray(first * width, last * width));
    room.kernels.resampleRows(
      places.source - first * width, // where row 0 would lie: addresses wrap around
      width,
      places.firstsDown + 4 * from,
      places.weightsDown + 8 * from * down.taps,
      down.taps,
      to - from,
      places.firstsAcross,
      places.weightsAcross,
      across.taps,
      columns,
      places.lines,
      places.target,
    );
    result.set(room.bytes(places.target, (to - from) * columns), from * columns);
  }
  return result;
}

/** Rows of the result, `from` to before `to`, and those of the source that they are mixed from. */
interface Band {
  readonly from: number;
  readonly to: number;
  readonly first: number;
  readonly last: number;
}

/** Bytes of a band (128 KiB), of its source and of its result: a cache of the second level has room for both. Reasoned;
 * not measured at other values. */
const bandBytes = 2 ** 17;

function bandsOf({ firsts, taps }: Mixes, width: number, columns: number): Band[] {
  const bands: Band[] = [];
  for (let from = 0, to = 0; from < firsts.length; from = to) {
    const first = firsts[from];
    const isWithin = (row: number): boolean => {
      return (firsts[row] + taps - first) * width <= bandBytes &&
        (row + 1 - from) * columns <= bandBytes;
    };
    to = from + 1;
    while (to < firsts.length && isWithin(to)) to++;
    bands.push({ from, to, first, last: firsts[to - 1] + taps });
  }
  return bands;
}
