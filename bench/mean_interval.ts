import { mean, sum } from "@lib/base/statistics.ts";

/** The mean of some measurements with its 95 % interval, by Student's t: its quantile is the expansion of Abramowitz
 * and Stegun, 1964, 26.7.5, right to 0.3 % from five measurements on.
 *
 * @returns half of the interval's width; `undefined` with fewer than four, where it says nothing
 * @throws {RangeError} if there is no measurement
 */
export function meanInterval(
  values: readonly number[],
): { readonly mean: number; readonly half: number | undefined } {
  const middle = mean(values);
  const free = values.length - 1;
  if (free < 3) return { mean: middle, half: undefined };
  const z = 1.959963984540054;
  const quantile = z + (z ** 3 + z) / (4 * free) +
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * free ** 2) +
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * free ** 3);
  const variance = sum(values.map((value) => (value - middle) ** 2)) / free;
  return { mean: middle, half: quantile * Math.sqrt(variance / values.length) };
}
