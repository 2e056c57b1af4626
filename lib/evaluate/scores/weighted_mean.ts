/** The mean over images.
 *
 * @module
 */

/** The mean of what each image gives, where some images may count more than others.
 *
 * @param values `[n]`, what each image gives
 * @param weights `[n]`, how much each image counts; all the same where it is missing
 * @returns NaN where no image counts
 */
export function weightedMean(values: Float64Array, weights?: ArrayLike<number>): number {
  let [total, weight] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    const own = weights === undefined ? 1 : weights[i];
    total += own * values[i];
    weight += own;
  }
  return total / weight;
}
