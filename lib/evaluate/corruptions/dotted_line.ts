import type { Rng } from "../../base/rng.ts";
import { imageSide } from "../../image/digit_size.ts";
import type { Severity } from "./corruption.ts";
import { softLines } from "./soft_lines.ts";

/** Columns of a dash, and of the gap after it. */
const dash = 2;

/** A dashed line runs across the whole image, from any height to any other; one strength only. */
export function dottedLine(ink: Float32Array, _severity: Severity, rng: Rng): Float32Array {
  const last = imageSide - 1;
  const line = softLines([[0, rng.integer(last)], [last, rng.integer(last)]]);
  return ink.map((level, at) => {
    const isGap = Math.floor((at % imageSide) / dash) % 2 === 0;
    return isGap ? level : level + line[at];
  });
}
