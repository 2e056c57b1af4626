import type { Rng } from "@lib/base/rng.ts";

/** Draws a number as text.
 *
 * @param count how many digits it has
 */
export function randomDigits(count: number, rng: Rng): string {
  return Array.from({ length: count }, () => rng.integer(10)).join("");
}
