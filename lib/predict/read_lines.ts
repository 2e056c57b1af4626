import type * as tf from "@tensorflow/tfjs";
import type { GreyImage } from "../preprocess/grey_image.ts";
import { mnistForm } from "../preprocess/mnist_form.ts";
import { bestPath } from "./best_path.ts";
import { candidates } from "./candidates.ts";
import { classify } from "./classify.ts";
import { classifyCandidates } from "./classify_candidates.ts";
import { cutLine } from "./cut_line.ts";
import type { DigitInk } from "./digit_ink.ts";
import { pageLines } from "./page_lines.ts";
import type { ReadDigit } from "./read_digit.ts";
import { standUpright } from "./stand_upright.ts";

/** Lines whose digits' confidences have a smaller geometric mean are no numbers. */
const leastConfidence = 0.55;

/** A mark that the model is so sure of is not cut. */
const surelyWhole = 0.98;

/** Nor is it lower than this part of the writing's height. */
const leastWhole = 0.6;

/** Reads all digits of a page.
 *
 * @param ink 0 paper to 255 full stroke, without rules
 * @returns the lines from top to bottom, in each the digits from left to right; lines without a
 * digit are left out
 * @throws {RangeError} if there are too many marks for a page of writing
 */
export async function readLines(model: tf.LayersModel, ink: GreyImage): Promise<ReadDigit[][]> {
  const { lines, height } = pageLines(ink);
  const upright = lines.map(standUpright);
  const wholes = await areWhole(model, upright.map(({ marks }) => marks), height);
  const cut = upright.map(({ marks, boxOnPage }, i) => {
    const line = cutLine(marks, height, (mark) => wholes[i][mark]);
    return { line, boxOnPage, found: candidates(line, height) };
  });
  const read = await classifyCandidates(model, cut.flatMap(({ found }) => found));
  let next = 0;
  return cut.map(({ line, found, boxOnPage }) => {
    const own = read.slice(next, next += found.length);
    return bestPath(line, found, own, height)
      .map((i) => ({ ...own[i], box: boxOnPage(found[i]) }));
  }).filter(isNumber);
}

/** Which marks of which line are surely one digit, and need no cutting. */
async function areWhole(
  model: tf.LayersModel,
  lines: readonly (readonly DigitInk[])[],
  height: number,
): Promise<boolean[][]> {
  const marks = lines.flat();
  const scores = await classify(model, marks.map(({ ink }) => mnistForm(ink)));
  let next = 0;
  return lines.map((line) =>
    line.map(({ box }) => {
      const { confidence, noDigit } = scores[next++];
      const isKnown = noDigit > 0 && confidence >= surelyWhole;
      return isKnown && box.width <= box.height && box.height >= leastWhole * height;
    })
  );
}

function isNumber(digits: readonly ReadDigit[]): boolean {
  if (digits.length === 0) return false;
  if (digits.every(({ noDigit }) => noDigit === 0)) return true; // the model knows digits alone
  const logs = digits.reduce((sum, { confidence }) => sum + Math.log(confidence + 1e-9), 0);
  return Math.exp(logs / digits.length) >= leastConfidence;
}
