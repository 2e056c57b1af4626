/** Reading a page: its lines, their digits.
 *
 * @module
 */
import type { LayersModel } from "../backend/layers_model.ts";
import { nonDigitPrior } from "../model/non_digit_prior.ts";
import { isBar } from "../preprocess/writing/is_bar.ts";
import type { Writing } from "../preprocess/writing/writing.ts";
import { adjustTogether } from "./adjust_together.ts";
import { bestPath } from "./best_path.ts";
import { type CutLine, cutLines } from "./cut_lines.ts";
import { describeLine, type Gap, noNumber } from "./describe_line.ts";
import { discountConfidence } from "./discount_confidence.ts";
import { readingLimits as limits } from "./limits.ts";
import type { LineOptions } from "./line_options.ts";
import type { PlacedLine } from "./placed_line.ts";
import type { ReadDigit } from "./read_digit.ts";
import { runsOff } from "./runs_off.ts";
import { isStripes } from "./segment/is_stripes.ts";
import { digitOdds } from "./digit_odds.ts";
import { weighLines } from "./weigh_lines.ts";
import type { WeighedReading } from "./weigh_readings.ts";

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
  options: LineOptions = {},
): Promise<PlacedLine[]> {
  const { lines, height } = await cutLines(model, writing);
  const weighed = await weighLines(lines, height, options);
  const alone = lines.map((line, i) => readAlone(line, weighed[i], height));
  const adjusted = adjustTogether(alone, { prior: nonDigitPrior(model), height });
  const isCutOff = runsOff(writing.ink, lines.flatMap(({ line }) => line.marks));
  return lines.map(({ line, signs, boxOnPage }, i) => {
    const { found, gaps, digits: before, odds, alternatives } = alone[i];
    const digits = adjusted[i].digits.map((digit) => {
      return discountConfidence(digit, isCutOff(digit.box) ? limits.doubtOfEdge : 0);
    });
    // Whatever speaks against a digit speaks against the number.
    const certainty = odds && digits.reduce((product, { confidence }, k) => {
      return product * Math.min(1, confidence / Math.max(1e-9, before[k].confidence));
    }, odds);
    const read = adjusted[i].isNumber && !isStripes(line.marks)
      ? describeLine({ digits, found, gaps, signs, certainty }, boxOnPage, height)
      : noNumber(line.marks, height);
    const { cells } = line;
    return { ...read, ...(alternatives && { alternatives }), ...(cells && { cells }) };
  });
}

/** What was read of a line by itself. */
function readAlone(
  line: CutLine,
  readings: readonly WeighedReading[] | undefined,
  height: number,
) {
  const best = readings?.[0];
  const path = best?.path ?? bestPath(line.cut, line.found, line.scores, height);
  const digits = readings === undefined ? digitsOn(path, line) : digitsOf(readings, line);
  return {
    line: line.line,
    found: path.map((k) => line.found[k]),
    digits,
    gaps: gapsIn(path, line),
    isBars: path.every((k, i) => isBars(line, k, digits[i].digit)),
    odds: best?.odds,
    alternatives: readings?.slice(1).filter(({ text }) => text.length > 0)
      .map(({ text, odds }) => ({ text: text.join(""), odds })),
  };
}

/** The digits of a path; where a mark was cut that should have stayed whole by its shape, it is doubted
 * that they are digits. */
function digitsOn(
  path: readonly number[],
  { cut, found, scores, boxOnPage }: CutLine,
): ReadDigit[] {
  return path.map((i) => {
    const { first, end } = found[i];
    const doubt = limits.doubtOfShape * Math.max(cut.doubts[first], cut.doubts[end]);
    return discountConfidence({ ...scores[i], box: boxOnPage(found[i]) }, doubt);
  });
}

/** The digits of the most probable reading, each as probable as the readings that have it in its place. */
function digitsOf(
  readings: readonly WeighedReading[],
  { found, scores, boxOnPage }: CutLine,
): ReadDigit[] {
  const [{ text, path }] = readings;
  const odds = digitOdds(readings);
  return path.map((k, i) => ({
    ...odds[i],
    digit: text[i],
    box: boxOnPage(found[k]),
    normalised: scores[k].normalised,
  }));
}

/** Whether a digit is a straight bar, or a 1 put together from such. */
function isBars({ cut: { pieces }, found }: CutLine, which: number, digit: number): boolean {
  const { ink, first, end } = found[which];
  return isBar(ink) || digit === 1 && pieces.slice(first, end).every((piece) => isBar(piece.ink));
}

/** What lies between the digits of a path. */
function gapsIn(path: readonly number[], { cut: { pieces }, found, scores }: CutLine): Gap[] {
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
