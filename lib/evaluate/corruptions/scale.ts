import type { Severity } from "./corruption.ts";
import { sizes } from "./ranges.ts";
import { warp } from "./warp.ts";

/** The digit becomes smaller, about its middle. */
export function scale(ink: Float32Array, severity: Severity): Float32Array {
  const size = sizes[severity - 1];
  return warp(ink, (x, y) => [x / size, y / size]);
}
