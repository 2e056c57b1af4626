import type { Rng } from "../../base/rng.ts";
import type { Severity } from "./corruption.ts";
import { randomSign } from "./random_sign.ts";
import { angles } from "./ranges.ts";
import { warp } from "./warp.ts";

/** The digit is turned to one side or the other, about its middle. */
export function rotate(ink: Float32Array, severity: Severity, rng: Rng): Float32Array {
  const angle = randomSign(rng) * angles[severity - 1];
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return warp(ink, (x, y) => [cos * x + sin * y, cos * y - sin * x]);
}
