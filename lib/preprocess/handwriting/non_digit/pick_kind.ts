/** Which kind of non-digit is drawn next.
 *
 * @module */

import type { Rng } from "../../../base/rng.ts";
import { nonDigitRanges } from "./non_digit_ranges.ts";

/** A kind of image that shows no digit. */
export type NonDigitKind = keyof typeof nonDigitRanges.percentages | "blank";

const shares = Object.entries(nonDigitRanges.percentages) as [NonDigitKind, number][];

/** Draws a kind of non-digit, each as often as `nonDigitRanges.percentages` says.
 *
 * @param rng of which one number is drawn
 * @returns "blank" for what the percentages leave of a hundred
 *
 * @example
 * ```ts
 * import { strictEqual } from "node:assert";
 * import { rngFromSeed } from "@lib/base/rng.ts";
 * import { pickKind } from "@lib/preprocess/handwriting/non_digit/pick_kind.ts";
 * strictEqual(pickKind(rngFromSeed(1)), pickKind(rngFromSeed(1)));
 * ```
 */
export function pickKind(rng: Rng): NonDigitKind {
  let ticket = 100 * rng.uniform();
  return shares.find(([, share]) => (ticket -= share) < 0)?.[0] ?? "blank";
}
