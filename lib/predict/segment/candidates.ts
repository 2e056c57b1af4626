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
