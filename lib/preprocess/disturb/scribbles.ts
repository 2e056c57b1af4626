import type { Rng } from "../../base/rng.ts";
import { drawArc } from "../../image/draw_arc.ts";
import { type InkImage, inkImage } from "../../image/ink_image.ts";
import { scribbleRanges as ranges } from "./disturb_ranges.ts";

/** Draws strokes across the image: a few anywhere, straight or bent, or a hatching of parallel ones.
 *
 * @returns same size
 */
export function scribbles(ink: InkImage, rng: Rng): InkImage {
  const { width, height } = ink;
  const strokes = inkImage(width, height);
  const isHatched = rng.uniform() < ranges.hatched;
  const pen = rng.between(...ranges.strokeWidth);
  if (isHatched) hatch(strokes, pen, rng);
  else {
    const count = 1 + rng.integer(ranges.moreStrokes);
    for (let stroke = 0; stroke < count; stroke++) {
      const place = (): readonly [
        number,
        number,
      ] => [width * rng.uniform(), height * rng.uniform()];
      const bow = rng.uniform() < ranges.bent ? rng.between(...ranges.bow) : 0;
      drawArc(strokes, place(), place(), bow, pen);
    }
  }
  const part = rng.between(...ranges.level) / 255;
  const pixels = new Uint8Array(ink.pixels.length);
  for (let i = 0; i < pixels.length; i++) {
    pixels[i] = Math.max(ink.pixels[i], part * strokes.pixels[i]);
  }
  return { ...ink, pixels };
}

function hatch(strokes: InkImage, pen: number, rng: Rng): void {
  const { width, height } = strokes;
  const angle = Math.PI * rng.uniform();
  const pitch = rng.between(...ranges.pitch);
  const [alongX, alongY] = [Math.cos(angle), Math.sin(angle)];
  const reach = (width + height) / 2;
  for (let away = pitch * rng.uniform() - reach; away < reach; away += pitch) {
    const [x, y] = [width / 2 - away * alongY, height / 2 + away * alongX];
    drawArc(
      strokes,
      [x - reach * alongX, y - reach * alongY],
      [x + reach * alongX, y + reach * alongY],
      0,
      pen,
    );
  }
}
