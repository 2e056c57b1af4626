/** Counting labels.
 *
 * @module
 */

/** How often each digit occurs among some labels.
 *
 * @param labels `[size]`, digits 0 to 9
 * @returns 10 counts
 *
 * @example
 * ```ts
 * import { classCounts } from "@lib/download/class_counts.ts";
 * import { strictEqual } from "node:assert";
 * strictEqual(classCounts(Uint8Array.of(7, 2, 7))[7], 2);
 * ```
 */
export function classCounts(labels: Uint8Array): number[] {
  const counts = new Array<number>(10).fill(0);
  for (const label of labels) counts[label]++;
  return counts;
}
