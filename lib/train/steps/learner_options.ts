/** What stays the same from step to step of a training run.
 *
 * @module
 */

import type { OptimiserName } from "../../base/profile.ts";
import type { Variation } from "./variations.ts";

/** How weights follow their gradients. */
export interface SgdOptions {
  /** Share of the last velocity that is kept, 0 to below 1. */
  readonly momentum: number;
  /** Look ahead along the velocity (Sutskever et al., 2013,
   * https://proceedings.mlr.press/v28/sutskever13.html). */
  readonly nesterov: boolean;
  /** Pull towards zero: this share of each weight is added to its gradient. */
  readonly weightDecay: number;
}

/** How images are varied and learned.
 *
 * @example
 * ```ts
 * import { profileNamed } from "@lib/base/profile.ts";
 * import type { LearnerOptions } from "@lib/train/steps/learner_options.ts";
 * import { strictEqual } from "node:assert";
 * const options: LearnerOptions = profileNamed("quick"); // a profile has all of it
 * strictEqual(options.nesterov, true);
 * ```
 */
export interface LearnerOptions extends SgdOptions {
  /** What moves the weights; SGD where missing. Adam takes `momentum` for the decay of its mean gradient, and does
   * not look ahead. */
  readonly optimiser?: OptimiserName;
  /** Share of the target that is spread evenly over the classes, 0 to 1. */
  readonly labelSmoothing: number;
  /** How training images are varied. */
  readonly augmentation: Variation;
  /** Decay of a moving average of the weights; none is kept where it is missing. */
  readonly averageDecay?: number;
}
