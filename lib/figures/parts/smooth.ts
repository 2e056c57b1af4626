/** Moving average of a noisy series: each value becomes the mean of its neighbours on both sides, so
 * that the curve does not lag behind; fewer of them at the two ends.
 *
 * @param values in order of time
 * @param reach how many neighbours on each side; a fiftieth of the series, at least two, where missing
 * @returns as many values
 */
export function smooth(
  values: readonly number[],
  reach: number = Math.max(2, Math.round(values.length / 50)),
): number[] {
  const sums = [0];
  for (const value of values) sums.push(sums[sums.length - 1] + value);
  return values.map((_, index) => {
    const from = Math.max(0, index - reach);
    const to = Math.min(values.length, index + reach + 1);
    return (sums[to] - sums[from]) / (to - from);
  });
}
