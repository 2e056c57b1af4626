/** Thicker and thinner strokes: grey dilation and erosion.
 *
 * @module
 */
import type { GreyImage, Holds } from "./grey_image.ts";
import { imageRoom } from "../backend/simd/image_room.ts";

/** The neighbourhood of a pixel: a square with so many pixels to each side, or the pixel and the four
 * that share an edge with it. */
export type Neighbourhood = { readonly square: number } | "cross";

/** Gives each pixel the highest level of its neighbourhood: grey dilation (Serra, 1982, Image Analysis
 * and Mathematical Morphology). Beyond the edges nothing is high.
 *
 * @returns same size
 *
 * @example
 * ```ts
 * import { inkImage } from "@lib/image/ink_image.ts";
 * import { dilate } from "@lib/image/morphology.ts";
 * import { deepStrictEqual } from "node:assert";
 * const row = inkImage(5, 1, new Uint8Array([0, 0, 255, 0, 0]));
 * deepStrictEqual([...dilate(row, { square: 1 }).pixels], [0, 255, 255, 255, 0]);
 * ```
 */
export function dilate<Kind extends Holds>(
  image: GreyImage<Kind>,
  neighbourhood: Neighbourhood,
): GreyImage<Kind> {
  const pixels = neighbourhood === "cross"
    ? highestOfCross(image, 0)
    : highestOfSquare(image, neighbourhood.square, 0);
  return { ...image, pixels };
}

/** Gives each pixel the lowest level of its neighbourhood: grey erosion. A square is taken as far as it
 * lies in the image; a cross finds level 0 beyond the edges, bare paper.
 *
 * @returns same size
 *
 * @example
 * ```ts
 * import { deepStrictEqual } from "node:assert";
 * import { inkImage } from "@lib/image/ink_image.ts";
 * import { erode } from "@lib/image/morphology.ts";
 * const row = inkImage(5, 1, new Uint8Array([0, 255, 255, 255, 0]));
 * deepStrictEqual([...erode(row, { square: 1 }).pixels], [0, 0, 255, 0, 0]);
 * ```
 */
export function erode<Kind extends Holds>(
  image: GreyImage<Kind>,
  neighbourhood: Neighbourhood,
): GreyImage<Kind> {
  const pixels = neighbourhood === "cross"
    ? highestOfCross(image, 255)
    : highestOfSquare(image, neighbourhood.square, 255);
  return { ...image, pixels };
}

/** Along each row, then along the columns. Rows without anything high, most of those of a mask, raise none.
 *
 * @param flip 255 for the lowest level: it is the highest of the negative
 */
function highestOfSquare(
  { width, height, pixels }: GreyImage,
  radius: number,
  flip: 0 | 255,
): Uint8Array {
  const length = 2 * radius + 1;
  const [rows, columns] = [height + 2 * radius, width + 2 * radius];
  const { kernels, bytes, lay } = imageRoom();
  const places = lay({ levels: width * rows, row: columns });
  const levels = bytes(places.levels, width * rows).fill(0); // beyond the edge nothing is high
  const row = bytes(places.row, columns).fill(0);
  const isHigh = new Uint8Array(rows);
  for (let y = 0; y < height; y++) {
    let most = 0;
    for (let x = 0, at = y * width; x < width; x++, at++) {
      const level = pixels[at] ^ flip;
      row[radius + x] = level;
      most |= level;
    }
    if (most === 0) continue;
    isHigh[y + radius] = 1;
    forDoubling(length, (away) => {
      kernels.raiseBytes(places.row, places.row + away, columns - away);
    });
    levels.set(row.subarray(0, width), (y + radius) * width);
    row.fill(0);
  }
  forDoubling(length, (away) => {
    for (let y = 0; y + away < rows; y++) {
      if (isHigh[y + away] === 0) continue;
      const at = places.levels + y * width;
      kernels.raiseBytes(at, at + away * width, width);
      isHigh[y] = 1;
    }
  });
  const highest = levels.slice(0, pixels.length);
  if (flip > 0) { for (let i = 0; i < highest.length; i++) highest[i] ^= flip; }
  return highest;
}

/** Steps after which each of a row has met `length` of them, from itself on: what each has seen doubles again
 * and again (as in Pitas, 1989, Fast Algorithms for Running Ordering and Max/Min Calculation). */
function forDoubling(length: number, meet: (away: number) => void): void {
  for (let seen = 1; seen < length;) {
    const more = Math.min(seen, length - seen);
    meet(more);
    seen += more;
  }
}

function highestOfCross({ width, height, pixels }: GreyImage, flip: 0 | 255): Uint8Array {
  const columns = width + 2;
  const padded = new Uint8Array(columns * (height + 2)).fill(flip); // flipped, level 0 of the image
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      padded[(y + 1) * columns + x + 1] = pixels[y * width + x] ^ flip;
    }
  }
  const result = new Uint8Array(pixels.length);
  for (let y = 0, at = 0; y < height; y++) {
    let from = (y + 1) * columns + 1;
    let [left, middle] = [padded[from - 1], padded[from]];
    for (let x = 0; x < width; x++, at++, from++) {
      const right = padded[from + 1];
      const [above, below] = [padded[from - columns], padded[from + columns]];
      let most = left > right ? left : right;
      if (middle > most) most = middle;
      if (above > most) most = above;
      if (below > most) most = below;
      result[at] = most ^ flip;
      left = middle;
      middle = right;
    }
  }
  return result;
}
