/** Which neighbouring pieces may be a digit.
 *
 * @module
 */
import type { SegmentedLine } from "./over_segment.ts";
import type { BoxedInk } from "../../image/boxed_ink.ts";
import { candidateLimits } from "./limits.ts";
import { overlay } from "../../image/overlay.ts";

/** Neighbouring pieces of a line that may be a digit. */
export interface Candidate extends BoxedInk {
  /** The first piece. */
  readonly first: number;
  /** The piece after the last one. */
  readonly end: number;
  /** The same with the walls that it may share with the digits it was cut from. */
  readonly walled?: BoxedInk;
}

/** All runs of pieces that are not too wide for a digit.
 *
 * @param height of the writing, in pixels
 * @returns in the order of their first piece, then of their last
 *
 * @example
 * ```ts
 * import { boxedInk } from "@lib/image/boxed_ink.ts";
 * import { inkImage } from "@lib/image/ink_image.ts";
 * import { candidates } from "@lib/predict/segment/candidates.ts";
 * import { overSegment } from "@lib/predict/segment/over_segment.ts";
 * import { deepStrictEqual } from "node:assert";
 * const bar = inkImage(4, 40, new Uint8Array(160).fill(255));
 * const line = overSegment([boxedInk(bar), boxedInk(bar, { x: 30 })], 40);
 * const runs = candidates(line, 40).map(({ first, end }) => [first, end]);
 * deepStrictEqual(runs, [[0, 1], [0, 2], [1, 2]]); // each bar, and both together
 * ```
 */
export function candidates({ pieces }: SegmentedLine, height: number): Candidate[] {
  const { mostPieces, widest } = candidateLimits;
  const found: Candidate[] = [];
  for (let first = 0; first < pieces.length; first++) {
    let joined: BoxedInk | undefined;
    for (let end = first + 1; end <= Math.min(pieces.length, first + mostPieces); end++) {
      joined = joined === undefined ? pieces[first] : overlay([joined, pieces[end - 1]]);
      const { width, height: high } = joined.box;
      if (end > first + 1 && width > widest * Math.max(height, high)) break;
      const walls = [pieces[first].wallLeft, pieces[end - 1].wallRight].filter(isDefined);
      const own = { ...joined, first, end };
      found.push(walls.length === 0 ? own : { ...own, walled: overlay([joined, ...walls]) });
    }
  }
  return found;
}

function isDefined<T>(value: T | undefined): value is T {
  return value !== undefined;
}
