/** The lines of a page, cut.
 *
 * @module
 */
import type { LayersModel } from "../backend/layers_model.ts";
import type { BoxedInk } from "../image/boxed_ink.ts";
import { classify } from "../model/classify.ts";
import { normaliseDigit } from "../preprocess/ink/normalise_digit.ts";
import { isBlock } from "../preprocess/writing/is_block.ts";
import type { Writing } from "../preprocess/writing/writing.ts";
import { type ClassifiedCandidate, classifyCandidates } from "./classify_candidates.ts";
import type { TallSign } from "./describe_line.ts";
import { discountConfidence } from "./discount_confidence.ts";
import { certainPath } from "./path/certain_path.ts";
import { readingLimits as limits } from "./limits.ts";
import type { LineOptions } from "./weighing/line_options.ts";
import { type Candidate, candidates } from "./segment/candidates.ts";
import { deslant, type DeslantedLine, slantOf } from "./segment/deslant.ts";
import { freeParts } from "./segment/free_parts.ts";
import { overSegment, type SegmentedLine } from "./segment/over_segment.ts";
import { type MarkLine, pageLines } from "./segment/page_lines.ts";
import { rowOf } from "./segment/row_of.ts";
import { tallSigns } from "./segment/signs.ts";
import { isWeighed } from "./weighing/weigh_lines.ts";

/** A line of a page, or the writing in a cell of a table, cut into pieces. */
export interface Segmented {
  /** Its marks as they were written, without signs. */
  readonly line: MarkLine;
  /** Those signs. */
  readonly signs: readonly TallSign[];
  /** The marks upright beside each other. */
  readonly marks: readonly BoxedInk[];
  /** Brings ink of the upright line back: where on the page it lies. */
  readonly boxOnPage: DeslantedLine["boxOnPage"];
  readonly cut: SegmentedLine;
  /** Runs of its pieces that may be digits, in the order of their first. */
  readonly found: readonly Candidate[];
}

/** A line of a page as the model sees it. */
export interface CutLine extends Segmented {
  /** What the model says of each candidate. */
  readonly scores: readonly ClassifiedCandidate[];
}

/** Finds the lines of a page, cuts them wherever digits may part, and asks a model what each run of pieces is.
 *
 * @param options how the lines are read then, if it is known: one that is read by its marks alone, whatever the
 * model says of their pieces and of several of them together, has these alone as candidates
 * @returns the lines from top to bottom, and the height of the writing in pixels
 * @throws {RangeError} if there are too many marks for a page of writing
 */
export async function cutLines(
  model: LayersModel,
  writing: Writing,
  options?: LineOptions,
): Promise<{ readonly lines: readonly CutLine[]; readonly height: number }> {
  const { lines, height } = pageLines(writing);
  const signed = lines.map((line) => withoutSigns(line, height))
    .filter(({ line }) => line.marks.length > 0);
  const upright = uprightLines(signed.map(({ line }) => line));
  const wholes = await wholeMarks(model, upright, height);
  const segmented = upright.map((line, i): Segmented => ({
    ...signed[i],
    ...line,
    ...segment(line, wholes[i], height),
  }));
  checkCount(segmented);
  return { lines: await classifyLines(model, segmented, { height, options }), height };
}

/** The lines without their slant; the cells of a row have one slant. */
function uprightLines(lines: readonly MarkLine[]): DeslantedLine[] {
  const rows = new Map<string, BoxedInk[]>();
  for (const line of lines) {
    const row = rowOf(line);
    if (row !== undefined) rows.set(row, [...(rows.get(row) ?? []), ...line.marks]);
  }
  const slants = new Map([...rows].map(([row, marks]) => [row, slantOf(marks)]));
  return lines.map((line) => deslant(line.marks, slants.get(rowOf(line) ?? "")));
}

/** A line, and the tall signs taken out of it. */
function withoutSigns(
  line: MarkLine,
  height: number,
): { readonly line: MarkLine; readonly signs: TallSign[] } {
  const known = tallSigns(line.marks, height);
  const marks = line.marks.filter((_, i) => known[i] === undefined);
  const signs = line.marks.flatMap(({ box }, i) => {
    const sign = known[i];
    return sign === undefined ? [] : [{ sign, box }];
  });
  return { line: { ...line, marks }, signs };
}

/** Which marks of which line are surely one digit or none, and need no cutting. */
async function wholeMarks(
  model: LayersModel,
  lines: readonly DeslantedLine[],
  height: number,
): Promise<boolean[][]> {
  const marks = lines.flatMap((line) => line.marks);
  const scores = await classify(model, marks.map(({ ink }) => normaliseDigit(ink)));
  let next = 0;
  return lines.map((line) =>
    line.marks.map(({ box, ink }) => {
      const { confidence, nonDigit } = scores[next++];
      if (isBlock(ink)) return true; // it would fall apart into ones
      const isKnown = nonDigit > 0 && confidence >= limits.surelyWhole;
      return isKnown && box.width <= box.height && box.height >= limits.leastWhole * height;
    })
  );
}

function segment(
  { marks }: DeslantedLine,
  isWhole: readonly boolean[],
  height: number,
): Pick<Segmented, "cut" | "found"> {
  const cut = overSegment(marks, height, (mark) => isWhole[mark]);
  return { cut, found: candidates(cut, height) };
}

function checkCount(lines: readonly Segmented[]): void {
  const count = lines.reduce((sum, { found }) => sum + found.length, 0);
  if (count <= limits.mostCandidates) return;
  throw new RangeError(
    `Cannot read the page: found ${count} candidates for digits, wanted at most ` +
      `${limits.mostCandidates}; cut out the part that is to be read`,
  );
}

/** Asks the model what the candidates of the lines are: first of those that stand free, then of the others where
 * something hangs on them. */
async function classifyLines(
  model: LayersModel,
  lines: readonly Segmented[],
  { height, options }: { readonly height: number; readonly options: LineOptions | undefined },
): Promise<CutLine[]> {
  const known = new Map<Candidate, ClassifiedCandidate>();
  const parts = lines.map(({ cut, found }) => freeParts(cut, found));
  await classifyMore(model, parts.flat(), known);
  const isEnough = lines.map((line) => {
    const certain = options && certainPath({ ...line, known }, height);
    return certain !== undefined &&
      !isWeighed({ ...line, scores: certain.scores }, certain.path, options!);
  });
  const asked = lines.map(({ found }, i) => isEnough[i] ? parts[i] : found);
  await classifyMore(model, asked.flat().filter((candidate) => !known.has(candidate)), known);
  return lines.map((line, i) => ({
    ...line,
    found: asked[i],
    scores: asked[i].map((candidate) => known.get(candidate)!),
  }));
}

/** Asks the model of candidates, of all lines at once; blocks are no digits, whatever it says. */
async function classifyMore(
  model: LayersModel,
  candidates: readonly Candidate[],
  known: Map<Candidate, ClassifiedCandidate>,
): Promise<void> {
  const scores = await classifyCandidates(model, candidates);
  candidates.forEach((candidate, i) => {
    known.set(candidate, discountConfidence(scores[i], isBlock(candidate.ink) ? 1 : 0));
  });
}
