import type { Rng } from "@lib/base/rng.ts";
import type { Dataset } from "@lib/download/dataset.ts";
import { overlay } from "@lib/image/overlay.ts";
import { type Candidate, candidates } from "@lib/predict/segment/candidates.ts";
import { overSegment } from "@lib/predict/segment/over_segment.ts";
import { pageLines } from "@lib/predict/segment/page_lines.ts";
import { tallSigns } from "@lib/predict/segment/signs.ts";
import { writingOf } from "@lib/preprocess/writing/writing.ts";
import { candidateView } from "./candidate_view.ts";
import { labelCandidates } from "./label_candidates.ts";
import { type OwnedLine, writtenLine } from "./written_line.ts";

/** A candidate that the reader cut, and what it is. */
export interface DrawnCut {
  readonly candidate: Candidate;
  /** Draws what the cutter sees of it, as {@link candidateView} does; only some of the candidates are learned. */
  readonly view: () => Uint8Array;
  /** 0 to 9, or `nonDigitClass`. */
  readonly label: number;
}

/** Writes a line, and cuts it as the reader does.
 *
 * @param index of a digit that is among them
 * @returns its candidates but those of which nobody could tell what they are
 */
export function drawCuts(dataset: Dataset, index: number, rng: Rng): DrawnCut[] {
  return cutLine(writtenLine(dataset, index, rng));
}

/** Cuts a line as the reader does, and labels its candidates. */
export function cutLine(written: OwnedLine): DrawnCut[] {
  const { lines, height } = pageLines(writingOf(written.ink));
  const all = lines.flatMap(({ marks }) => marks);
  const signs = tallSigns(all, height);
  const { pieces, ...rest } = overSegment(all.filter((_, i) => signs[i] === undefined), height);
  if (pieces.length === 0) return [];
  const line = overlay(pieces);
  const found = candidates({ pieces, ...rest }, height);
  return labelCandidates(found, written).flatMap((label, i) => {
    const view = (): Uint8Array => candidateView(found[i], line);
    return label === undefined ? [] : [{ candidate: found[i], view, label }];
  });
}
