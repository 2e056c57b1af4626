import type { Rng } from "../../base/rng.ts";
import type { Severity } from "./corruption.ts";
import { randomSign } from "./random_sign.ts";
import { angles } from "./ranges.ts";
import { warp } from "./warp.ts";

/** The digit slants, to the left or the right, about its middle. */
export function shear(ink: Float32Array, severity: Severity, rng: Rng): Float32Array {
  const slope = randomSign(rng) * Math.sin(angles[severity - 1]);
  return warp(ink, (x, y) => [x - slope * y, y]);
}
