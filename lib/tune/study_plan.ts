/** What decides a study.
 *
 * @module
 */

import type { Profile } from "../base/profile.ts";
import type { SamplerName } from "./sampler.ts";
import type { Space } from "./space.ts";

/** All that decides which trials a study has: two studies of the same plan have the same ones, as far as they go. */
export interface StudyPlan {
  /** Decides what the space leaves open. */
  readonly profile: Profile;
  /** What is varied, and within what. */
  readonly space: Space;
  /** How settings are chosen. */
  readonly sampler: SamplerName;
  /** Of the choice of settings; the profile's own seed decides how they are trained. */
  readonly seed: number;
  /** Whether trials that lag behind are stopped. */
  readonly earlyStop: boolean;
  /** How many trials may run at the same time; one by default. Each knows those alone that came as many before it, so
   * this decides what a sampler learns from, and what a trial is judged by, and not how many do run. */
  readonly atOnce?: number;
  /** Which images are learned and validated on, as a digest. */
  readonly data: string;
}
