import type { Rng } from "../../../base/rng.ts";
import type { Dataset } from "../../../download/dataset.ts";
import { pickDigit } from "../../dataset/pick_digit.ts";
import { textRanges as ranges } from "./line_ranges.ts";

/** Draws which digits a line has.
 *
 * @param index of the one that is among them in any case
 * @returns of each its index in the data set, from left to right
 */
export function lineText(dataset: Dataset, index: number, rng: Rng): number[] {
  const total = ranges.counts.reduce((sum, weight) => sum + weight, 0);
  let [draw, count] = [rng.uniform() * total, 1];
  while (count < ranges.counts.length && (draw -= ranges.counts[count - 1]) >= 0) count++;
  const digits = Array.from({ length: count }, () => rng.integer(dataset.size));
  digits[rng.integer(count)] = index;
  if (count < 2 || rng.uniform() >= ranges.zeros) return digits;
  const zeros = Math.min(count - 1, 1 + rng.integer(ranges.mostZeros));
  const first = rng.uniform() < 0.7 ? count - zeros : rng.integer(count - zeros + 1);
  for (let i = first; i < first + zeros; i++) {
    digits[i] = pickDigit(dataset, (label) => label === 0, rng);
  }
  return digits;
}
