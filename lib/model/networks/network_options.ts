import type { Rng } from "../../base/rng.ts";

/** What a network is built from. */
export interface NetworkOptions {
  /** Mean pixel of the training split, 0 to 1; subtracted inside the network. */
  readonly mean: number;
  /** Standard deviation of the same pixels; the network divides by it. */
  readonly deviation: number;
  /** Draws the initial weights. */
  readonly rng: Rng;
}
