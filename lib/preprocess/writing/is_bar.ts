import type { InkImage } from "../../image/ink_image.ts";
import { inkShape } from "./ink_shape.ts";
import { barLimits as limits } from "./print_limits.ts";

/** Whether ink is one straight bar, at any slant: a plain 1, a dash, a piece of a rule, a stripe. */
export function isBar(ink: InkImage): boolean {
  const shape = inkShape(ink);
  if (shape === undefined) return false;
  const { breadth, fullness } = shape;
  return breadth <= limits.thin || breadth <= limits.broadest && fullness >= limits.full;
}
