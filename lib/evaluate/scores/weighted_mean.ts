/** The mean over images.
 *
 * @module
 */

/** The mean of what each image gives, where some images may count more than others.
 *
 * @param size how many images
 * @param of what an image gives
 * @param weights `[size]`, how much each image counts; all the same where it is missing
 * @returns NaN where no image counts
 */
export function weightedMean(
  size: number,
  of: (index: number) => number,
  weights?: ArrayLike<number>,
): number {
  let [total, weight] = [0, 0];
  for (let i = 0; i < size; i++) {
    const own = weights === undefined ? 1 : weights[i];
    if (own === 0) continue;
    total += own * of(i);
    weight += own;
  }
  return total / weight;
}
