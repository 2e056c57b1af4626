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
  return sortedAt(Float64Array.from(values), values.length >> 1);
}

/** The number that comes at a place when they are sorted, by sorting no more than that takes (quickselect: Hoare,
 * 1961, https://doi.org/10.1145/366622.366647). They change their places. */
function sortedAt(numbers: Float64Array, place: number): number {
  let [left, right] = [0, numbers.length - 1];
  while (left < right) {
    const pivot = numbers[(left + right) >> 1];
    let [i, k] = [left, right];
    while (i <= k) {
      while (numbers[i] < pivot) i++;
      while (numbers[k] > pivot) k--;
      if (i > k) break;
      const other = numbers[i];
      numbers[i++] = numbers[k];
      numbers[k--] = other;
    }
    if (place <= k) right = k;
    else if (place >= i) left = i;
    else break;
  }
  return numbers[place];
}
