/** Reading a page: its lines, their digits.
 *
 * @module
 */
import type { InkImage } from "../image/ink_image.ts";
import { classify } from "../model/classify.ts";
import { nonDigitPrior } from "../model/non_digit_prior.ts";
import { normaliseDigit } from "../preprocess/ink/normalise_digit.ts";
import { adjustPriors } from "./adjust_priors.ts";
import { bestPath } from "./best_path.ts";
import { type ClassifiedCandidate, classifyCandidates } from "./classify_candidates.ts";
import { discountConfidence } from "./discount_confidence.ts";
import { readingLimits as limits } from "./limits.ts";
import type { ReadDigit } from "./read_digit.ts";
import { type Candidate, candidates } from "./segment/candidates.ts";
import { deslant, type DeslantedLine } from "./segment/deslant.ts";
import { overSegment, type SegmentedLine } from "./segment/over_segment.ts";
import { pageLines } from "./segment/page_lines.ts";
import type { LayersModel } from "../backend/layers_model.ts";

/** Reads all digits of a page.
 *
 * @param ink without rules and frames
 * @returns the lines from top to bottom, in each the digits from left to right; lines without a
 * digit are left out
 * @throws {RangeError} if there are too many marks for a page of writing
 *
 * @example
 * ```ts
 * import { initBackend } from "@lib/backend/backend.ts";
 * import { inkImage } from "@lib/image/ink_image.ts";
 * import { loadHandwritingModel } from "@lib/model/load_handwriting_model.ts";
 * import { readLines } from "@lib/predict/read_lines.ts";
 * import { deepStrictEqual } from "node:assert";
 * await initBackend();
 * deepStrictEqual(await readLines(await loadHandwritingModel(), inkImage(90, 60)), []); // a blank page
 * ```
 */
export async function readLines(model: LayersModel, ink: InkImage): Promise<ReadDigit[][]> {
  const { lines, height } = pageLines(ink);
  const upright = lines.map(deslant);
  const wholes = await wholeMarks(model, upright, height);
  const segmented = upright.map((line, i) => segment(line, wholes[i], height));
  checkCount(segmented);
  const scores = await classifyLines(model, segmented);
  const prior = nonDigitPrior(model);
  const read = segmented.map((line, i) => {
    const path = bestPath(line.cut, line.found, scores[i], height);
    const digits = digitsOn(path, line, scores[i]);
    return adjustPriors(digits, { prior, others: othersThan(path, line, scores[i], height) });
  });
  return read.filter(isNumber);
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

/** The probabilities that what lies between the digits of a path is no digit; low marks, such as
 * points and dashes, are left out. */
function othersThan(
  path: readonly number[],
  { cut: { pieces }, found }: Segmented,
  scores: readonly ClassifiedCandidate[],
  height: number,
): number[] {
  const digits = path.map((i) => found[i]);
  const gaps = [...digits, { first: pieces.length }].map(({ first }, i) => {
    return { first: i === 0 ? 0 : digits[i - 1].end, end: first };
  });
  return gaps.filter(({ first, end }) =>
    pieces.slice(first, end).some(({ box }) => box.height >= limits.leastOther * height)
  ).map((gap) => {
    const whole = found.findIndex(({ first, end }) => first === gap.first && end === gap.end);
    return whole < 0 ? 1 : scores[whole].nonDigit;
  });
}

function isNumber(digits: readonly ReadDigit[]): boolean {
  if (digits.length === 0) return false;
  if (digits.every(({ nonDigit }) => nonDigit === 0)) return true; // the model knows digits alone
  const logs = digits.reduce((sum, { confidence }) => sum + Math.log(confidence + 1e-9), 0);
  return Math.exp(logs / digits.length) >= limits.leastConfidence;
}
