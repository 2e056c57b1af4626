import type { Rng } from "../../base/rng.ts";
import type { Dataset } from "../../download/dataset.ts";

/** Draws any digit of those kinds that will do.
 *
 * @param isWanted which kinds, of which the data set has at least one
 * @param rng decides
 * @returns its index, from 0
 * @throws {RangeError} if the data set has none of them, as far as could be seen
 */
export function pickDigit(
  { labels, size }: Dataset,
  isWanted: (label: number) => boolean,
  rng: Rng,
): number {
  for (let tries = 0; tries < 1000; tries++) {
    const index = rng.integer(size);
    if (isWanted(labels[index])) return index;
  }
  throw new RangeError(`Cannot draw a digit: found none that will do in 1000 of ${size} images`);
}
