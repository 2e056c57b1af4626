import type { Severity } from "./corruption.ts";
import { lights } from "./ranges.ts";

/** All levels rise by the same; full strokes stay. */
export function brightness(ink: Float32Array, severity: Severity): Float32Array {
  const light = lights[severity - 1];
  return ink.map((level) => level + light);
}
