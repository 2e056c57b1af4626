/** Sums and averages of plain lists of numbers.
 *
 * @module
 */

/** The numbers added up from the first to the last; 0 where there are none.
 *
 * @example
 * ```ts
 * import { sum } from "@lib/base/statistics.ts";
 * import { strictEqual } from "node:assert";
 * strictEqual(sum([5923, 6742]), 12_665); // training images of the digits 0 and 1
 * ```
 */
export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** The arithmetic mean.
 *
 * @throws {RangeError} if there is no value
 *
 * @example
 * ```ts
 * import { mean } from "@lib/base/statistics.ts";
 * import { strictEqual } from "node:assert";
 * strictEqual(mean([10, 11, 12, 95]), 32); // one slow run moves it far: see `median`
 * ```
 */
export function mean(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError("Cannot take the mean: found no value, wanted one");
  return sum(values) / values.length;
}

/** The middle value; of an even number of values the upper one of the two in the middle, so that the
 * result is always one of them. A few values far off do not move it, unlike the mean.
 *
 * @param values in any order
 * @throws {RangeError} if there is no value
 *
 * @example
 * ```ts
 * import { median } from "@lib/base/statistics.ts";
 * import { strictEqual } from "node:assert";
 * strictEqual(median([10, 11, 12, 95]), 12); // times of one step, in milliseconds
 * ```
 */
export function median(values: ArrayLike<number>): number {
  if (values.length === 0) {
    throw new RangeError("Cannot take the median: found no value, wanted one");
  }
  return Float64Array.from(values).sort()[values.length >> 1];
}
