/** What a corruption is.
 *
 * @module
 */

import type { Rng } from "../../base/rng.ts";

/** How strong a corruption is, 1 least to 5 most, as in ImageNet-C
 * ([Hendrycks and Dietterich, 2019](https://arxiv.org/abs/1903.12261)). */
export type Severity = 1 | 2 | 3 | 4 | 5;

/** Spoils an image, so that people still read the digit.
 *
 * @param ink `[28 × 28]`, 0 paper to 1 full stroke; it stays as it is
 * @param severity how much; those that have one strength only take no notice of it
 * @param rng decides all that is left to chance
 * @returns `[28 × 28]`, not yet kept between 0 and 1
 *
 * @example
 * ```ts
 * import { rngFromSeed } from "@lib/base/rng.ts";
 * import type { Corruption } from "@lib/evaluate/corruptions/corruption.ts";
 * import { strictEqual } from "node:assert";
 * const negative: Corruption = (ink) => ink.map((level) => 1 - level);
 * strictEqual(negative(new Float32Array(784), 1, rngFromSeed(1))[0], 1);
 * ```
 */
export type Corruption = (ink: Float32Array, severity: Severity, rng: Rng) => Float32Array;
