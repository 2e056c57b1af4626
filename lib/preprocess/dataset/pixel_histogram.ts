import type { Dataset } from "../../download/dataset.ts";

/** How often each grey value occurs in a data set.
 *
 * @returns `[256]`, the counts of the grey values 0 to 255
 */
export function pixelHistogram({ images }: Dataset): Float64Array {
  const counts = new Float64Array(256);
  for (let i = 0; i < images.length; i++) counts[images[i]]++;
  return counts;
}
