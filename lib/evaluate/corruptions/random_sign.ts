import type { Rng } from "../../base/rng.ts";

/** −1 or 1, as often. */
export function randomSign(rng: Rng): -1 | 1 {
  return rng.uniform() < 0.5 ? -1 : 1;
}
