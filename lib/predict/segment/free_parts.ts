import type { Candidate } from "./candidates.ts";
import type { SegmentedLine } from "./over_segment.ts";

/** The candidates that stand free in their line: nothing is cut beside them, and they do not fall apart without a
 * cut. Most are whole marks.
 *
 * @param found all candidates of the line
 */
export function freeParts({ prices }: SegmentedLine, found: readonly Candidate[]): Candidate[] {
  return found.filter(({ first, end }) => {
    return prices[first] === 0 && prices[end] === 0 &&
      prices.subarray(first + 1, end).every((price) => price > 0);
  });
}
