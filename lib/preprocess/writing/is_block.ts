import type { InkImage } from "../../image/ink_image.ts";
import { inkShape } from "./ink_shape.ts";
import { barLimits as limits } from "./print_limits.ts";

/** Whether ink is a filled shape that no digit has: a bar that lies, a blot, a shadow. */
export function isBlock(ink: InkImage): boolean {
  const shape = inkShape(ink);
  if (shape === undefined) return false;
  const { breadth, fullness, isLying } = shape;
  if (breadth <= limits.broadest) return isLying && fullness >= limits.full;
  return fullness >= limits.solid;
}
