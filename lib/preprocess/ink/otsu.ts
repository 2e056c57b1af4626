/** The threshold between dark and bright.
 *
 * @module
 */
/** The level that parts a histogram into two classes whose means lie farthest apart for their
 * sizes (Otsu, 1979, https://doi.org/10.1109/TSMC.1979.4310076).
 *
 * @param histogram how many pixels there are of each level
 * @returns the lowest level of the upper class; 0 if fewer than two levels occur
 *
 * @example
 * ```ts
 * import { strictEqual } from "node:assert";
 * import { otsu } from "@lib/preprocess/ink/otsu.ts";
 * strictEqual(otsu([5, 0, 0, 1, 5]), 1);
 * ```
 */
export function otsu(histogram: ArrayLike<number>): number {
  let [count, sum] = [0, 0];
  for (let level = 0; level < histogram.length; level++) {
    count += histogram[level];
    sum += level * histogram[level];
  }
  let [best, threshold, below, sumBelow] = [0, 0, 0, 0];
  for (let level = 1; level < histogram.length; level++) {
    below += histogram[level - 1];
    sumBelow += (level - 1) * histogram[level - 1];
    if (below === 0 || below === count) continue;
    const distance = sumBelow / below - (sum - sumBelow) / (count - below);
    const variance = below * (count - below) * distance ** 2;
    if (variance > best) [best, threshold] = [variance, level];
  }
  return threshold;
}
