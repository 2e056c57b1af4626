import { classCounts } from "../../download/class_counts.ts";
import type { Rng } from "../../base/rng.ts";

/** Draws indices so that each class keeps its share.
 *
 * Each class gets its exact quota rounded down; the places left go to the largest remainders
 * ([Hamilton's method](https://en.wikipedia.org/wiki/Quota_method)), so the total is exact.
 *
 * @param labels `[size]`, digits 0 to 9
 * @param count how many indices, 0 to the number of labels
 * @param rng decides which ones
 * @returns indices in ascending order, none twice
 * @throws {RangeError} if `count` is not an integer in that range
 */
export function stratifiedIndices(labels: Uint8Array, count: number, rng: Rng): Uint32Array {
  if (!Number.isInteger(count) || count < 0 || count > labels.length) {
    throw new RangeError(
      `Cannot draw ${count} of ${labels.length} images: wanted an integer from 0 to their number`,
    );
  }
  const left = quotas(classCounts(labels), count);
  const drawn = new Uint32Array(count);
  let filled = 0;
  for (const index of rng.permutation(labels.length)) {
    if (left[labels[index]] === 0) continue;
    left[labels[index]]--;
    drawn[filled++] = index;
  }
  return drawn.sort();
}

/** Integers in proportion to `counts` that add up to `total`. */
function quotas(counts: readonly number[], total: number): number[] {
  const size = Math.max(counts.reduce((sum, count) => sum + count), 1);
  // Products before quotients: integers, so equal remainders compare as equal.
  const shares = counts.map((count) => Math.floor(count * total / size));
  const remainders = counts.map((count) => (count * total) % size);
  const missing = total - shares.reduce((sum, share) => sum + share);
  const order = [...counts.keys()].sort((a, b) => remainders[b] - remainders[a] || a - b);
  for (const digit of order.slice(0, missing)) shares[digit]++;
  return shares;
}
