import type { Rng } from "../../base/rng.ts";
import type { Severity } from "./corruption.ts";
import { shots } from "./ranges.ts";

/** Light comes in single shots, few of them: each level is a draw from the Poisson distribution around it. */
export function shotNoise(ink: Float32Array, severity: Severity, rng: Rng): Float32Array {
  const full = shots[severity - 1];
  return ink.map((level) => poisson(level * full, rng) / full);
}

/** A draw from the Poisson distribution (Knuth, The Art of Computer Programming 2, section 3.4.1). */
function poisson(mean: number, rng: Rng): number {
  const end = Math.exp(-mean);
  let count = 0;
  for (let left = rng.uniform(); left > end; left *= rng.uniform()) count++;
  return count;
}
