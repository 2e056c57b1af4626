/** Reading a page: its lines, their digits.
 *
 * @module
 */
import type { BoxedInk } from "../image/boxed_ink.ts";
import type { LayersModel } from "../backend/layers_model.ts";
import { classify } from "../model/classify.ts";
import { nonDigitPrior } from "../model/non_digit_prior.ts";
import { normaliseDigit } from "../preprocess/ink/normalise_digit.ts";
import type { Writing } from "../preprocess/writing/writing.ts";
import { weighLines } from "./weigh_lines.ts";
import { adjustPriors } from "./adjust_priors.ts";
import { bestPath } from "./best_path.ts";
import { type ClassifiedCandidate, classifyCandidates } from "./classify_candidates.ts";
import { describeLine, type Gap, isTall, noNumber, type TallSign } from "./describe_line.ts";
import { discountConfidence } from "./discount_confidence.ts";
import { readingLimits as limits } from "./limits.ts";
import type { ReadDigit } from "./read_digit.ts";
import type { PlacedLine } from "./placed_line.ts";
import { type Candidate, candidates } from "./segment/candidates.ts";
import { deslant, type DeslantedLine, slantOf } from "./segment/deslant.ts";
import { overSegment, type SegmentedLine } from "./segment/over_segment.ts";
import { type MarkLine, pageLines } from "./segment/page_lines.ts";
import { isStraightStroke, isStripes, tallSigns } from "./segment/signs.ts";

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
export async function readLines(
  model: LayersModel,
  writing: Writing,
  { lineReader }: { readonly lineReader?: LayersModel } = {},
): Promise<PlacedLine[]> {
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
  const cutLines = segmented.map(({ cut, found }, i) => ({
    marks: upright[i].marks,
    cut,
    found,
    scores: scores[i],
  }));
  const weighed = lineReader === undefined ? [] : await weighLines(lineReader, cutLines, height);
  (globalThis as any).capture?.(weighed, cutLines, height);
  const parts = segmented.map((line, i): Parts => {
    const path = weighed[i]?.[0].path ?? bestPath(line.cut, line.found, scores[i], height);
    return {
      line,
      path,
      digits: digitsOn(path, line, scores[i]),
      gaps: gapsIn(path, line, scores[i]),
    };
  });
  const adjusted = adjustTogether(parts, kept, { prior, height });
  return parts.map(({ line, path, gaps }, i) => {
    const { digits, isNumber } = adjusted[i];
    const found = path.map((k) => line.found[k]);
    const read = isNumber && !isStripes(kept[i].marks)
      ? describeLine({ digits, found, gaps, signs: signed[i].signs }, line.boxOnPage, height)
      : noNumber(kept[i].marks, height);
    const { cells } = kept[i];
    return cells === undefined ? read : { ...read, cells };
  });
}

/** What the best path through a line gave. */
interface Parts {
  readonly line: Segmented;
  readonly path: readonly number[];
  readonly digits: readonly ReadDigit[];
  readonly gaps: readonly Gap[];
}

/** Adjusts the probabilities of digits to their company, those in the cells of a row together, and tells which
 * lines are numbers: a cell with few digits counts with its row. */
function adjustTogether(
  parts: readonly Parts[],
  lines: readonly MarkLine[],
  { prior, height }: { readonly prior: number | undefined; readonly height: number },
): { readonly digits: readonly ReadDigit[]; readonly isNumber: boolean }[] {
  const groups = Map.groupBy(parts.keys(), (i) => rowOf(lines[i]) ?? String(i));
  const result: { digits: readonly ReadDigit[]; isNumber: boolean }[] = [];
  for (const group of groups.values()) {
    const others = group.flatMap((i) => parts[i].gaps)
      .filter(({ pieces }) => isTall(pieces, height)).map(({ nonDigit }) => nonDigit);
    const known = adjustPriors(group.flatMap((i) => parts[i].digits), { prior, others });
    // Without other digits beside them, plain ones look like bars.
    const isBars = group.every((i) => {
      return parts[i].path.every((k) => isStraightStroke(parts[i].line.found[k].ink));
    });
    const all = known.map((digit) =>
      isBars ? discountConfidence(digit, limits.doubtOfBars) : digit
    );
    const least = group.length === 1 || !isSure(all, limits.leastConfidence)
      ? limits.leastConfidence
      : limits.leastInRow;
    let next = 0;
    for (const i of group) {
      const digits = all.slice(next, next += parts[i].digits.length);
      result[i] = { digits, isNumber: isSure(digits, least) };
    }
  }
  return result;
}

function rowOf({ cells }: MarkLine): string | undefined {
  return cells && `row ${cells.row} of table ${cells.table}`;
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

/** Which marks of which line are surely one digit, and need no cutting. */
async function wholeMarks(
  model: LayersModel,
  lines: readonly DeslantedLine[],
  height: number,
): Promise<boolean[][]> {
  const marks = lines.flatMap((line) => line.marks);
  const scores = await classify(model, marks.map(({ ink }) => normaliseDigit(ink)));
  let next = 0;
  return lines.map((line) =>
    line.marks.map(({ box }) => {
      const { confidence, nonDigit } = scores[next++];
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

/** What the model says of the candidates of each line, asked of all lines at once. */
async function classifyLines(
  model: LayersModel,
  lines: readonly Segmented[],
): Promise<ClassifiedCandidate[][]> {
  const all = await classifyCandidates(model, lines.flatMap(({ found }) => found));
  let next = 0;
  return lines.map(({ found }) => all.slice(next, next += found.length));
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

/** Whether there are digits, and the geometric mean of their confidences is at least that. */
function isSure(digits: readonly ReadDigit[], least: number): boolean {
  if (digits.length === 0) return false;
  if (digits.every(({ nonDigit }) => nonDigit === 0)) return true; // the model knows digits alone
  const logs = digits.reduce((sum, { confidence }) => sum + Math.log(confidence + 1e-9), 0);
  return Math.exp(logs / digits.length) >= least;
}
