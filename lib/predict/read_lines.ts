/** Reading a page: its lines, their digits.
 *
 * @module
 */
import type { BoxedInk } from "../image/boxed_ink.ts";
import type { LayersModel } from "../backend/layers_model.ts";
import { classify } from "../model/classify.ts";
import { nonDigitPrior } from "../model/non_digit_prior.ts";
import { normaliseDigit } from "../preprocess/ink/normalise_digit.ts";
import { isBar } from "../preprocess/writing/is_bar.ts";
import { isBlock } from "../preprocess/writing/is_block.ts";
import type { Writing } from "../preprocess/writing/writing.ts";
import { adjustTogether } from "./adjust_together.ts";
import { bestPath } from "./best_path.ts";
import { type ClassifiedCandidate, classifyCandidates } from "./classify_candidates.ts";
import { describeLine, type Gap, noNumber, type TallSign } from "./describe_line.ts";
import { discountConfidence } from "./discount_confidence.ts";
import { readingLimits as limits } from "./limits.ts";
import type { ReadDigit } from "./read_digit.ts";
import type { PlacedLine } from "./placed_line.ts";
import { runsOff } from "./runs_off.ts";
import { type Candidate, candidates } from "./segment/candidates.ts";
import { deslant, type DeslantedLine, slantOf } from "./segment/deslant.ts";
import { overSegment, type SegmentedLine } from "./segment/over_segment.ts";
import { type MarkLine, pageLines } from "./segment/page_lines.ts";
import { isStripes } from "./segment/is_stripes.ts";
import { rowOf } from "./segment/row_of.ts";
import { tallSigns } from "./segment/signs.ts";

/** Reads all digits of a page.
 *
 * @returns the lines from top to bottom, in each the digits from left to right; a line that is no number
 * has none, and says what it left out
 * @throws {RangeError} if there are too many marks for a page of writing
 *
 * @example
 * ```ts
 * import { initBackend } from "@lib/backend/backend.ts";
 * import { inkImage } from "@lib/image/ink_image.ts";
 * import { loadHandwritingModel } from "@lib/model/load_handwriting_model.ts";
 * import { readLines } from "@lib/predict/read_lines.ts";
 * import { writingOf } from "@lib/preprocess/writing/writing.ts";
 * import { deepStrictEqual } from "node:assert";
 * await initBackend();
 * const blank = writingOf(inkImage(90, 60));
 * deepStrictEqual(await readLines(await loadHandwritingModel(), blank), []);
 * ```
 */
export async function readLines(model: LayersModel, writing: Writing): Promise<PlacedLine[]> {
  const { lines, height } = pageLines(writing);
  const signed = lines.map((line) => withoutSigns(line, height))
    .filter(({ line }) => line.marks.length > 0);
  const kept = signed.map(({ line }) => line);
  const upright = uprightLines(kept);
  const wholes = await wholeMarks(model, upright, height);
  const segmented = upright.map((line, i) => segment(line, wholes[i], height));
  checkCount(segmented);
  const scores = await classifyLines(model, segmented);
  const prior = nonDigitPrior(model);
  const parts = segmented.map((line, i) => {
    const path = bestPath(line.cut, line.found, scores[i], height);
    return {
      line: kept[i],
      found: path.map((k) => line.found[k]),
      digits: digitsOn(path, line, scores[i]),
      gaps: gapsIn(path, line, scores[i]),
      isBars: path.every((k) => isBars(line, k, scores[i][k].digit)),
    };
  });
  const adjusted = adjustTogether(parts, { prior, height });
  const isCutOff = runsOff(writing.ink, lines.flatMap(({ marks }) => marks));
  return parts.map(({ found, gaps }, i) => {
    const { isNumber } = adjusted[i];
    const digits = adjusted[i].digits.map((digit) => {
      return discountConfidence(digit, isCutOff(digit.box) ? limits.doubtOfEdge : 0);
    });
    const { boxOnPage } = segmented[i];
    const read = isNumber && !isStripes(kept[i].marks)
      ? describeLine({ digits, found, gaps, signs: signed[i].signs }, boxOnPage, height)
      : noNumber(kept[i].marks, height);
    const { cells } = kept[i];
    return cells === undefined ? read : { ...read, cells };
  });
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

/** An upright line, its marks cut into pieces. */
interface Segmented {
  readonly cut: SegmentedLine;
  /** Runs of its pieces that may be digits. */
  readonly found: readonly Candidate[];
  readonly boxOnPage: DeslantedLine["boxOnPage"];
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
  { marks, boxOnPage }: DeslantedLine,
  isWhole: readonly boolean[],
  height: number,
): Segmented {
  const cut = overSegment(marks, height, (mark) => isWhole[mark]);
  return { cut, boxOnPage, found: candidates(cut, height) };
}

function checkCount(lines: readonly Segmented[]): void {
  const count = lines.reduce((sum, { found }) => sum + found.length, 0);
  if (count <= limits.mostCandidates) return;
  throw new RangeError(
    `Cannot read the page: found ${count} candidates for digits, wanted at most ` +
      `${limits.mostCandidates}; cut out the part that is to be read`,
  );
}

/** What the model says of the candidates of each line, asked of all lines at once; blocks are no digits,
 * whatever it says. */
async function classifyLines(
  model: LayersModel,
  lines: readonly Segmented[],
): Promise<ClassifiedCandidate[][]> {
  const all = await classifyCandidates(model, lines.flatMap(({ found }) => found));
  let next = 0;
  return lines.map(({ found }) =>
    found.map(({ ink }) => discountConfidence(all[next++], isBlock(ink) ? 1 : 0))
  );
}

/** The digits of a path; where a mark was cut that should have stayed whole by its shape, it is doubted
 * that they are digits. */
function digitsOn(
  path: readonly number[],
  { cut, found, boxOnPage }: Segmented,
  scores: readonly ClassifiedCandidate[],
): ReadDigit[] {
  return path.map((i) => {
    const { first, end } = found[i];
    const doubt = limits.doubtOfShape * Math.max(cut.doubts[first], cut.doubts[end]);
    return discountConfidence({ ...scores[i], box: boxOnPage(found[i]) }, doubt);
  });
}

/** Whether a digit is a straight bar, or a 1 put together from such. */
function isBars({ cut: { pieces }, found }: Segmented, which: number, digit: number): boolean {
  const { ink, first, end } = found[which];
  return isBar(ink) || digit === 1 && pieces.slice(first, end).every((piece) => isBar(piece.ink));
}

/** What lies between the digits of a path. */
function gapsIn(
  path: readonly number[],
  { cut: { pieces }, found }: Segmented,
  scores: readonly ClassifiedCandidate[],
): Gap[] {
  const digits = path.map((i) => found[i]);
  const between = [...digits, { first: pieces.length }].map(({ first }, i) => {
    return { first: i === 0 ? 0 : digits[i - 1].end, end: first, after: i };
  });
  return between.filter(({ first, end }) => end > first).map(({ first, end, after }) => {
    const whole = found.findIndex((one) => one.first === first && one.end === end);
    const nonDigit = whole < 0 ? 1 : scores[whole].nonDigit;
    return { pieces: pieces.slice(first, end), after, nonDigit };
  });
}
