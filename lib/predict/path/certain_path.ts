import type { Classified } from "../../model/classify.ts";
import { bestPath } from "./best_path.ts";
import type { Candidate } from "../segment/candidates.ts";
import type { SegmentedLine } from "../segment/over_segment.ts";

/** A line of which the model was asked about some candidates alone. */
export interface PartlyClassified {
  readonly cut: SegmentedLine;
  /** All of them, in the order of their first piece. */
  readonly found: readonly Candidate[];
  /** What the model says of those that it was asked of. */
  readonly known: ReadonlyMap<Candidate, Classified>;
}

/** The best path through a line, if it is that whatever the model would say of the candidates that it was not asked
 * of: even if it were sure that each of them is a digit, or none where it is left out.
 *
 * @param height of the writing, in pixels
 * @returns the path, and scores of all candidates, of which those on the path and in its gaps are the model's;
 * `undefined` where it has to be asked of the others too
 */
export function certainPath(
  { cut, found, known }: PartlyClassified,
  height: number,
): { readonly path: readonly number[]; readonly scores: readonly Classified[] } | undefined {
  // What cuts cost hangs on whether the model knows what is no digit; that none is known to is the rare case.
  if (!found.some((candidate) => (known.get(candidate)?.nonDigit ?? 0) > 0)) return undefined;
  const scores = found.map((candidate) => known.get(candidate) ?? atBest);
  const path = bestPath(cut, found, scores, height);
  const isKnown = path.every((i) => known.has(found[i])) &&
    gapsOf(path, { cut, found }).every((gap) => isKnownGap(gap, { cut, found, known }));
  return isKnown ? { path, scores } : undefined;
}

/** Nothing costs less: a digit that is surely one, and surely none where it is left out. A one pays more where it is
 * wide or short. */
const atBest: Classified = {
  digit: 0,
  confidence: 1,
  nonDigit: 1,
  probabilities: new Float32Array(10),
};

/** Pieces of a line that are no part of a digit. */
interface PieceRange {
  readonly first: number;
  readonly end: number;
}

function gapsOf(
  path: readonly number[],
  { cut, found }: Pick<PartlyClassified, "cut" | "found">,
): PieceRange[] {
  const ends = [0, ...path.map((i) => found[i].end)];
  const firsts = [...path.map((i) => found[i].first), cut.pieces.length];
  return ends.map((first, i) => ({ first, end: firsts[i] })).filter(({ first, end }) =>
    end > first
  );
}

/** Whether the model was asked of each piece of a gap, and of the whole of it if that may be a digit. */
function isKnownGap({ first, end }: PieceRange, { found, known }: PartlyClassified): boolean {
  return found.every((candidate) => {
    const isPiece = candidate.first >= first && candidate.end === candidate.first + 1 &&
      candidate.end <= end;
    const isWhole = candidate.first === first && candidate.end === end;
    return !isPiece && !isWhole || known.has(candidate);
  });
}
