import { dilate } from "../../image/morphology.ts";
import { strokeWidth } from "../../image/stroke_width.ts";
import { nearStrokeLimits } from "./print_limits.ts";
import type { InkImage } from "../../image/ink_image.ts";

/** Keeps the cores of strokes and what lies within half a stroke's width of them. Printed patterns,
 * fainter than ink, touch strokes and would stay with them otherwise.
 */
export function keepNearStrokes(ink: InkImage): InkImage {
  const { core, reach } = nearStrokeLimits;
  const cores = { ...ink, pixels: new Uint8Array(ink.pixels.length) };
  for (let i = 0; i < cores.pixels.length; i++) cores.pixels[i] = ink.pixels[i] >= core ? 255 : 0;
  const radius = Math.max(1, Math.round(strokeWidth(cores) * reach));
  const { pixels } = dilate(cores, { square: radius });
  for (let i = 0; i < pixels.length; i++) pixels[i] = Math.min(ink.pixels[i], pixels[i]);
  return { ...ink, pixels };
}
