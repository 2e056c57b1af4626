/** Where touching digits may be cut apart.
 *
 * @module
 */
import { holes } from "./holes.ts";
import { seamLimits } from "./limits.ts";
import type { InkImage } from "../../image/ink_image.ts";

/** A way from the top of an image to its bottom, along which it can be cut. */
export interface Seam {
  /** `[height]`, the first column right of the cut in each row. */
  readonly columns: Int32Array;
  /** The ink on the way, in widths of a stroke: 1 is one stroke crossed at right angles. */
  readonly cost: number;
}

/** What counts as a seam. */
export interface SeamOptions {
  /** Width of a stroke, in pixels. */
  readonly stroke: number;
  /** Least mean distance between two seams, in pixels. */
  readonly apart: number;
  /** Of the most expensive seam, in strokes crossed. */
  readonly cost: number;
  /** Most seams. */
  readonly count: number;
}

/** Finds where touching digits may be parted: the ways down that cross the least ink (seams, as in
 * Avidan and Shamir, 2007, https://doi.org/10.1145/1276377.1276390), of neighbouring ones the
 * cheapest.
 *
 * @param own the ink of a mark
 * @returns from left to right
 *
 * @example
 * ```ts
 * import { inkImage } from "@lib/image/ink_image.ts";
 * import { findSeams } from "@lib/predict/segment/find_seams.ts";
 * import { strictEqual } from "node:assert";
 * const ink = inkImage(21, 12); // two bars, and a thin bridge between them
 * ink.pixels.forEach((_, i) => {
 *   const [x, y] = [i % 21, Math.floor(i / 21)];
 *   if (x < 5 || x > 15 || y === 6) ink.pixels[i] = 255;
 * });
 * const [seam] = findSeams(ink, { stroke: 1, apart: 4, cost: 2, count: 1 });
 * strictEqual(seam.cost, 1);
 * ```
 */
export function findSeams(own: InkImage, options: SeamOptions): Seam[] {
  const { width, height } = own;
  const inside = holes(own, seamLimits.holeWall);
  const ink = { ...own, pixels: own.pixels.slice() };
  for (let i = 0; i < inside.length; i++) {
    if (inside[i] === 1) ink.pixels[i] = Math.max(ink.pixels[i], seamLimits.insideHole);
  }
  const down = pathCosts(ink, 1);
  const up = pathCosts(ink, -1);
  const unit = 1 / (255 * options.stroke);
  // A seam nearer to the side would cut off a sliver.
  const margin = Math.max(1, Math.round(seamLimits.sliver * options.apart));
  const found: Seam[] = [];
  for (const share of seamLimits.heights) {
    const y = Math.floor(share * (height - 1));
    const cost = (x: number): number => {
      const at = y * width + x;
      return down[at] + up[at] - ink.pixels[at];
    };
    for (let x = margin; x < width - margin; x++) {
      const here = cost(x);
      if (here * unit > options.cost || cost(x - 1) < here || cost(x + 1) <= here) continue;
      found.push({ columns: follow(ink, down, up, x, y), cost: here * unit });
    }
  }
  const chosen: Seam[] = [];
  for (const seam of found.sort((a, b) => a.cost - b.cost)) {
    if (chosen.length >= options.count) break;
    if (chosen.every((other) => distance(seam, other) >= options.apart)) chosen.push(seam);
  }
  return chosen.sort((a, b) => sum(a.columns) - sum(b.columns));
}

/** The cost of the cheapest way to each pixel from the top (`step` 1) or the bottom (-1). */
function pathCosts({ width, height, pixels }: InkImage, step: 1 | -1): Float32Array {
  const costs = new Float32Array(width * height);
  const sideways = seamLimits.sideways * 255;
  for (let row = 0; row < height; row++) {
    const y = step === 1 ? row : height - 1 - row;
    const at = y * width;
    if (row === 0) {
      costs.set(pixels.subarray(at, at + width), at);
      continue;
    }
    const before = at - step * width;
    let [left, own] = [Infinity, costs[before]];
    for (let x = 0; x < width; x++) {
      const right = x + 1 < width ? costs[before + x + 1] : Infinity;
      const aside = (left < right ? left : right) + sideways;
      costs[at + x] = (own < aside ? own : aside) + pixels[at + x];
      left = own;
      own = right;
    }
  }
  return costs;
}

/** The columns of the cheapest way through a place. */
function follow(
  { width, height }: InkImage,
  down: Float32Array,
  up: Float32Array,
  throughX: number,
  throughY: number,
): Int32Array {
  const columns = new Int32Array(height);
  columns[throughY] = throughX;
  for (const step of [-1, 1]) {
    const costs = step === -1 ? down : up;
    let x = throughX;
    for (let y = throughY + step; y >= 0 && y < height; y += step) {
      const cost = (column: number): number => {
        if (column < 0 || column >= width) return Infinity;
        return costs[y * width + column] + (column === x ? 0 : seamLimits.sideways * 255);
      };
      if (cost(x - 1) < cost(x) && cost(x - 1) <= cost(x + 1)) x--;
      else if (cost(x + 1) < cost(x)) x++;
      columns[y] = x;
    }
  }
  return columns;
}

function distance(a: Seam, b: Seam): number {
  let total = 0;
  a.columns.forEach((x, y) => total += Math.abs(x - b.columns[y]));
  return total / a.columns.length;
}

function sum(columns: Int32Array): number {
  return columns.reduce((total, x) => total + x, 0);
}
