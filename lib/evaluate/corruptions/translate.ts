import type { Rng } from "../../base/rng.ts";
import type { Severity } from "./corruption.ts";
import { randomSign } from "./random_sign.ts";
import { shifts } from "./ranges.ts";
import { warp } from "./warp.ts";

/** The digit moves towards one of the corners. */
export function translate(ink: Float32Array, severity: Severity, rng: Rng): Float32Array {
  const shift = shifts[severity - 1];
  const [dx, dy] = [randomSign(rng) * shift, randomSign(rng) * shift];
  return warp(ink, (x, y) => [x - dx, y - dy]);
}
