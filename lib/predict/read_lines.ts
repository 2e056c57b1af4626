/** Reading a page: its lines, their digits.
 *
 * @module
 */
import type { LayersModel } from "../backend/layers_model.ts";
import { nonDigitPrior } from "../model/non_digit_prior.ts";
import { isBar } from "../preprocess/writing/is_bar.ts";
import type { Writing } from "../preprocess/writing/writing.ts";
import { adjustTogether, type LoneReading } from "./adjust_together.ts";
import { bestPath } from "./path/best_path.ts";
import type { Candidate } from "./segment/candidates.ts";
import type { Alternative } from "./read_line.ts";
import { type CutLine, cutLines } from "./cut_lines.ts";
import { describeLine, type Gap, noNumber } from "./describe_line.ts";
import { discountConfidence } from "./discount_confidence.ts";
import { readingLimits as limits } from "./limits.ts";
import type { LineOptions } from "./weighing/line_options.ts";
import type { PlacedLine } from "./placed_line.ts";
import type { ReadDigit } from "./read_digit.ts";
import { runsOff } from "./runs_off.ts";
import { isStripes } from "./segment/is_stripes.ts";
import { digitOdds } from "./weighing/digit_odds.ts";
import { weighLines } from "./weighing/weigh_lines.ts";
import type { WeighedReading } from "./weighing/weigh_readings.ts";

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
  const { lines, height } = await cutLines(model, writing, options);
  const weighed = await weighLines(lines, height, options);
  const prior = nonDigitPrior(model);
  const cuts = lines.map((line) => readCuts(line, height));
  const known = adjustTogether(cuts, { prior, height });
  const both = lines.map((line, i) =>
    weighed[i] === undefined ? cuts[i] : readBoth(line, weighed[i])
  );
  // The odds of a weighed digit tell of its whole line already.
  const alone = adjustTogether(both, { prior: undefined, height });
  const adjusted = lines.map((_, i) => weighed[i] === undefined ? known[i] : alone[i]);
  const isCutOff = runsOff(writing.ink, lines.flatMap(({ line }) => line.marks));
  return lines.map(({ line, signs, boxOnPage }, i) => {
    const digits = adjusted[i].digits.map((digit) => {
      return discountConfidence(digit, isCutOff(digit.box) ? limits.doubtOfEdge : 0);
    });
    const { found, gaps, digits: before, odds, alternatives } = both[i];
    // Whatever speaks against a digit speaks against the number.
    const certainty = odds && digits.reduce((product, { confidence }, k) => {
      return product * Math.min(1, confidence / Math.max(1e-9, before[k].confidence));
    }, odds);
    // Whether a line is a number is told by its cuts, each of which may be no digit, unless the line reader is sure.
    const isKnown = known[i].isNumber || isSurelyNumber(weighed[i]) && !both[i].isBars;
    const isNumber = isKnown && digits.length > 0 && !isStripes(line.marks);
    const read = isNumber
      ? describeLine({ digits, found, gaps, signs, certainty }, boxOnPage, height)
      : noNumber(line.marks, height);
    const { cells } = line;
    return { ...read, ...(alternatives && { alternatives }), ...(cells && { cells }) };
  });
}

/** Whether the line reader is so sure of several digits that the line is a number, whatever its cuts look like. */
function isSurelyNumber(readings: readonly WeighedReading[] = []): boolean {
  const [{ text, log } = { text: [], log: 0 }] = readings;
  return text.length >= limits.leastSure && log >= limits.surePerDigit * text.length;
}

/** What was read of a line by itself. */
interface OwnReading extends LoneReading {
  /** The candidates that are its digits, from left to right. */
  readonly found: readonly Candidate[];
  /** How probable the whole of it is, where that was weighed. */
  readonly odds?: number;
  readonly alternatives?: readonly Alternative[];
}

/** A line as its cuts read. */
function readCuts(line: CutLine, height: number): OwnReading {
  const path = bestPath(line.cut, line.found, line.scores, height);
  return onPath(line, path, digitsOn(path, line));
}

/** A line as both readers have it. */
function readBoth(line: CutLine, readings: readonly WeighedReading[]): OwnReading {
  const [best, ...others] = readings;
  return {
    ...onPath(line, best.path, digitsOf(readings, line)),
    odds: best.path.reduce((product, k) => product * (1 - doubtOf(k, line)), best.odds),
    alternatives: others.filter(({ text, odds }) => text.length > 0 && odds >= limits.leastOdds)
      .map(({ text, odds }) => ({ text: text.join(""), odds })),
  };
}

function onPath(line: CutLine, path: readonly number[], digits: readonly ReadDigit[]): OwnReading {
  return {
    line: line.line,
    found: path.map((k) => line.found[k]),
    digits,
    gaps: gapsIn(path, line),
    isBars: path.every((k, i) => isBars(line, k, digits[i].digit)) ||
      path.length >= limits.manyOnes && digits.every(({ digit }) => digit === 1),
  };
}

/** The digits of a path; where a mark was cut that should have stayed whole by its shape, it is doubted
 * that they are digits. */
function digitsOn(
  path: readonly number[],
  { cut, found, scores, boxOnPage }: CutLine,
): ReadDigit[] {
  return path.map((i) => {
    return discountConfidence(
      { ...scores[i], box: boxOnPage(found[i]) },
      doubtOf(i, { cut, found }),
    );
  });
}

/** How improbable it is, by the shape of the mark, that a candidate was to be cut out of it, 0 to 1. */
function doubtOf(which: number, { cut, found }: Pick<CutLine, "cut" | "found">): number {
  const { first, end } = found[which];
  return limits.doubtOfShape * Math.max(cut.doubts[first], cut.doubts[end]);
}

/** The digits of the most probable reading, each as probable as the readings that have it in its place. */
function digitsOf(
  readings: readonly WeighedReading[],
  line: CutLine,
): ReadDigit[] {
  const odds = digitOdds(readings);
  return readings[0].path.map((k, i) => {
    const { normalised } = line.scores[k];
    const digit = { ...odds[i], box: line.boxOnPage(line.found[k]), normalised };
    return discountConfidence(digit, doubtOf(k, line));
  });
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
