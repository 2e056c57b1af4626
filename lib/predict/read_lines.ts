import type * as tf from "@tensorflow/tfjs";
import { normaliseDigit } from "../preprocess/ink/normalise_digit.ts";
import { adjustPriors } from "./adjust_priors.ts";
import { bestPath } from "./best_path.ts";
import { type Candidate, candidates } from "./segment/candidates.ts";
import { type Classified, classify } from "../model/classify.ts";
import { classifyCandidates } from "./classify_candidates.ts";
import { overSegment, type SegmentedLine } from "./segment/over_segment.ts";
import type { BoxedInk } from "../image/boxed_ink.ts";
import { pageLines } from "./segment/page_lines.ts";
import type { ReadDigit } from "./read_digit.ts";
import { deslant } from "./segment/deslant.ts";
import { discountConfidence } from "./discount_confidence.ts";
import type { InkImage } from "../image/ink_image.ts";

/** Lines whose digits' confidences have a smaller geometric mean are no numbers. */
const leastConfidence = 0.55;

/** A mark that the model is so sure of is not cut. */
const surelyWhole = 0.98;

/** Nor is it lower than this part of the writing's height. */
const leastWhole = 0.6;

/** How far the doubt goes that a mark of its shape should not have been cut. */
const doubtOfShape = 0.8;

/** Lower marks, as a part of the writing's height, say nothing of their neighbours. */
const leastOther = 0.5;

/** A page full of touching digits has fewer candidates. */
const mostCandidates = 8000;

/** Reads all digits of a page.
 *
 * @param ink 0 paper to 255 full stroke, without rules
 * @returns the lines from top to bottom, in each the digits from left to right; lines without a
 * digit are left out
 * @throws {RangeError} if there are too many marks for a page of writing
 */
export async function readLines(model: tf.LayersModel, ink: InkImage): Promise<ReadDigit[][]> {
  const { lines, height } = pageLines(ink);
  const upright = lines.map(deslant);
  const wholes = await areWhole(model, upright.map(({ marks }) => marks), height);
  const cut = upright.map(({ marks, boxOnPage }, i) => {
    const line = overSegment(marks, height, (mark) => wholes[i][mark]);
    return { line, boxOnPage, found: candidates(line, height) };
  });
  const count = cut.reduce((sum, { found }) => sum + found.length, 0);
  if (count > mostCandidates) {
    throw new RangeError(
      `Cannot read the page: found ${count} candidates for digits, wanted at most ` +
        `${mostCandidates}; cut out the part that is to be read`,
    );
  }
  const read = await classifyCandidates(model, cut.flatMap(({ found }) => found));
  let next = 0;
  return cut.map(({ line, found, boxOnPage }) => {
    const own = read.slice(next, next += found.length);
    const path = bestPath(line, found, own, height);
    const digits = path.map((i) => {
      const { first, end } = found[i];
      const doubt = doubtOfShape * Math.max(line.doubts[first], line.doubts[end]);
      return discountConfidence({ ...own[i], box: boxOnPage(found[i]) }, doubt);
    });
    return adjustPriors(digits, othersThan(path, line, found, own, height));
  }).filter(isNumber);
}

/** The probabilities that what lies between the digits of a line is no digit; low marks, such as
 * points and dashes, are left out. */
function othersThan(
  path: readonly number[],
  { pieces }: SegmentedLine,
  found: readonly Candidate[],
  read: readonly Classified[],
  height: number,
): number[] {
  const others: number[] = [];
  const note = (first: number, end: number): void => {
    const tallest = pieces.slice(first, end).reduce(
      (most, { box }) => Math.max(most, box.height),
      0,
    );
    if (tallest < leastOther * height) return;
    const whole = found.findIndex((candidate) =>
      candidate.first === first && candidate.end === end
    );
    others.push(whole < 0 ? 1 : read[whole].nonDigit);
  };
  let from = 0;
  for (const { first, end } of path.map((i) => found[i])) {
    note(from, first);
    from = end;
  }
  note(from, pieces.length);
  return others;
}

/** Which marks of which line are surely one digit, and need no cutting. */
async function areWhole(
  model: tf.LayersModel,
  lines: readonly (readonly BoxedInk[])[],
  height: number,
): Promise<boolean[][]> {
  const marks = lines.flat();
  const scores = await classify(model, marks.map(({ ink }) => normaliseDigit(ink)));
  let next = 0;
  return lines.map((line) =>
    line.map(({ box }) => {
      const { confidence, nonDigit } = scores[next++];
      const isKnown = nonDigit > 0 && confidence >= surelyWhole;
      return isKnown && box.width <= box.height && box.height >= leastWhole * height;
    })
  );
}

function isNumber(digits: readonly ReadDigit[]): boolean {
  if (digits.length === 0) return false;
  if (digits.every(({ nonDigit }) => nonDigit === 0)) return true; // the model knows digits alone
  const logs = digits.reduce((sum, { confidence }) => sum + Math.log(confidence + 1e-9), 0);
  return Math.exp(logs / digits.length) >= leastConfidence;
}
