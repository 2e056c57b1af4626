import type { Rng } from "../../base/rng.ts";
import type { Severity } from "./corruption.ts";
import { impulses } from "./ranges.ts";

/** Salt and pepper: some pixels become paper, as many full stroke. */
export function impulseNoise(ink: Float32Array, severity: Severity, rng: Rng): Float32Array {
  const share = impulses[severity - 1];
  return ink.map((level) => {
    const draw = rng.uniform();
    if (draw >= share) return level;
    return draw < share / 2 ? 0 : 1;
  });
}
