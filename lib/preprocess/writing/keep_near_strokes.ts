import type { InkImage } from "../../image/ink_image.ts";
import { inkRuns } from "../../image/ink_runs.ts";
import { strokeWidth } from "../../image/stroke_width.ts";
import { nearStrokeLimits } from "./print_limits.ts";

/** Keeps the cores of strokes and what lies within half a stroke's width of them. Printed patterns,
 * fainter than ink, touch strokes and would stay with them otherwise.
 */
export function keepNearStrokes(ink: InkImage): InkImage {
  const { core, reach } = nearStrokeLimits;
  const cores = { ...ink, pixels: new Uint8Array(ink.pixels.length) };
  const faint: number[] = [];
  const { starts, ends } = inkRuns(ink);
  for (let run = 0; run < starts.length; run++) {
    for (let at = starts[run]; at < ends[run]; at++) {
      if (ink.pixels[at] >= core) cores.pixels[at] = 255;
      else faint.push(at);
    }
  }
  const radius = Math.max(1, Math.round(strokeWidth(cores) * reach));
  const pixels = ink.pixels.slice();
  // Few pixels are faint: each looks for a core itself.
  for (const at of faint) if (!isNearCore(cores, at, radius)) pixels[at] = 0;
  return { ...ink, pixels };
}

function isNearCore({ width, height, pixels }: InkImage, at: number, radius: number): boolean {
  const [x, y] = [at % width, Math.floor(at / width)];
  const [left, right] = [Math.max(0, x - radius), Math.min(width - 1, x + radius)];
  const [top, bottom] = [Math.max(0, y - radius), Math.min(height - 1, y + radius)];
  for (let row = top; row <= bottom; row++) {
    for (let i = row * width + left; i <= row * width + right; i++) if (pixels[i] > 0) return true;
  }
  return false;
}
