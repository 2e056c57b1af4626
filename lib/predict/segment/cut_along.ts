import { crop } from "../../image/crop.ts";
import { inkBox } from "../../image/ink_box.ts";
import type { BoxedInk } from "../../image/boxed_ink.ts";
import { pieceLimits } from "./limits.ts";
import type { Seam } from "./find_seams.ts";
import { type InkImage, inkImage } from "../../image/ink_image.ts";

/** A piece of ink that was cut off a mark. */
export interface CutPiece extends BoxedInk {
  /** Cost of the seam at its left, 0 at the first piece. */
  readonly cutCost: number;
  /** The neighbour's ink next to the seam at its left, one stroke wide: touching digits may share a
   * wall, as two zeros do. */
  readonly wallLeft?: BoxedInk;
  /** The same at its right. */
  readonly wallRight?: BoxedInk;
}

/** Cuts ink along seams.
 *
 * @param whole the ink and where it lies on the page
 * @param seams of that ink, from left to right
 * @param stroke width of a stroke, in pixels
 * @returns the pieces that have more ink than a dot, from left to right
 */
export function cutAlong(
  { box, ink }: BoxedInk,
  seams: readonly Seam[],
  stroke: number,
): CutPiece[] {
  const { width, height } = ink;
  const start = new Int32Array(height);
  const end = new Int32Array(height).fill(width);
  const edges = [start, ...seams.map(({ columns }) => columns), end];
  const reach = Math.round(pieceLimits.wall * stroke);
  const moved = (edge: Int32Array, by: number): Int32Array => {
    return edge.map((x) => Math.min(width, Math.max(0, x + by)));
  };
  const between = (left: Int32Array, right: Int32Array): BoxedInk | undefined => {
    const first = left.reduce((least, x) => Math.min(least, x), width);
    const part = strip(ink, left, right, first);
    const place = inkBox(part);
    if (place === undefined) return undefined;
    const [x, y] = [box.x + first + place.x, box.y + place.y];
    return { box: { ...place, x, y }, ink: crop(part, place) };
  };
  const pieces: CutPiece[] = [];
  let cutCost = 0;
  let from: Int32Array = start;
  for (let k = 0; k <= seams.length; k++) {
    const to = edges[k + 1];
    const piece = between(from, to);
    const mass = piece?.ink.pixels.reduce((sum, level) => sum + level, 0) ?? 0;
    if (piece !== undefined && mass >= 255 * pieceLimits.leastMass * stroke) {
      const wallLeft = pieces.length === 0 ? undefined : between(moved(from, -reach), from);
      const wallRight = k === seams.length ? undefined : between(to, moved(to, reach));
      const walls = { ...(wallLeft && { wallLeft }), ...(wallRight && { wallRight }) };
      pieces.push({ ...piece, cutCost: pieces.length === 0 ? 0 : cutCost, ...walls });
      cutCost = 0;
      from = to;
    }
    // No more than a dot goes with the next piece, if there is one.
    if (k < seams.length) cutCost = Math.max(cutCost, seams[k].cost);
  }
  return pieces;
}

/** The ink from one column to before another in each row.
 *
 * @param first the column from which on it is
 */
function strip(
  { width, height, pixels }: InkImage,
  left: Int32Array,
  right: Int32Array,
  first: number,
): InkImage {
  const columns = right.reduce((most, x) => Math.max(most, x - first), 0);
  const part = new Uint8Array(columns * height);
  for (let y = 0; y < height; y++) {
    if (right[y] <= left[y]) continue;
    const row = pixels.subarray(y * width + left[y], y * width + right[y]);
    part.set(row, y * columns + left[y] - first);
  }
  return inkImage(columns, height, part);
}
