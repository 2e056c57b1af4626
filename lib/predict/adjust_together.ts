import { adjustPriors } from "./adjust_priors.ts";
import { type Gap, isTall } from "./describe_line.ts";
import { discountConfidence } from "./discount_confidence.ts";
import { readingLimits as limits } from "./limits.ts";
import type { ReadDigit } from "./read_digit.ts";
import type { MarkLine } from "./segment/page_lines.ts";
import { rowOf } from "./segment/row_of.ts";

/** What was read of a line, each digit by itself. */
export interface LoneReading {
  /** The marks as they were written, without signs. */
  readonly line: MarkLine;
  readonly digits: readonly ReadDigit[];
  readonly gaps: readonly Gap[];
  /** Whether all its digits are straight bars, or put together from such, or it is nothing but many ones. */
  readonly isBars: boolean;
}

/** Adjusts the probabilities of digits to their company, those in the cells of a row together, and tells which
 * lines are numbers: a cell with few digits counts with its row.
 *
 * @param prior the share of "no digit" in the model's training
 * @param height of the writing, in pixels
 */
export function adjustTogether(
  lines: readonly LoneReading[],
  { prior, height }: { readonly prior: number | undefined; readonly height: number },
): { readonly digits: readonly ReadDigit[]; readonly isNumber: boolean }[] {
  const groups = Map.groupBy(lines.keys(), (i) => rowOf(lines[i].line) ?? String(i));
  const result: { digits: readonly ReadDigit[]; isNumber: boolean }[] = [];
  for (const group of groups.values()) {
    const others = group.flatMap((i) => lines[i].gaps)
      .filter(({ pieces }) => isTall(pieces, height)).map(({ nonDigit }) => nonDigit);
    const known = adjustPriors(group.flatMap((i) => lines[i].digits), { prior, others });
    // Without other digits beside them, plain ones look like bars.
    const doubt = group.every((i) => lines[i].isBars) ? limits.doubtOfBars : 0;
    const all = known.map((digit) => discountConfidence(digit, doubt));
    const least = group.length === 1 || !isSure(all, limits.leastConfidence)
      ? limits.leastConfidence
      : limits.leastInRow;
    let next = 0;
    for (const i of group) {
      const digits = all.slice(next, next += lines[i].digits.length);
      result[i] = { digits, isNumber: isSure(digits, least) };
    }
  }
  return result;
}

/** Whether there are digits, and the geometric mean of their confidences is at least that. */
function isSure(digits: readonly ReadDigit[], least: number): boolean {
  if (digits.length === 0) return false;
  if (digits.every(({ nonDigit }) => nonDigit === 0)) return true; // the model knows digits alone
  const logs = digits.reduce((sum, { confidence }) => sum + Math.log(confidence + 1e-9), 0);
  return Math.exp(logs / digits.length) >= least;
}
