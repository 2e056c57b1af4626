import type { Rng } from "@lib/base/rng.ts";
import type { Sheet } from "./sheet.ts";

/** Darkens a part of a sheet that bears no writing: by the shadow of a hand, a straight edge of shadow, a
 * black bar, or a strip at the left or right edge.
 *
 * @param top from which row on it may be dark; a strip begins there, too
 * @param margin how wide the sheet is bare at its left and right, in pixels, at least half of it
 */
export function drawDarkness(sheet: Sheet, top: number, margin: number, rng: Rng): void {
  const { width, height } = sheet;
  const stays = rng.between(0.06, 0.35);
  const edge = rng.between(0.5, 6);
  const outside = drawShape(width, height, top, margin, rng);
  sheet.shade((x, y) => {
    const lit = Math.min(1, Math.max(0, outside(x, y) / edge + 0.5));
    return stays + (1 - stays) * lit;
  });
}

/** How far a pixel lies outside what is dark, in pixels; below 0 inside. */
type Outside = (x: number, y: number) => number;

function drawShape(
  width: number,
  height: number,
  top: number,
  margin: number,
  rng: Rng,
): Outside {
  const kind = rng.integer(4);
  if (kind === 0) {
    const [x0, across] = [width * rng.between(0.2, 0.9), width * rng.between(0.2, 0.5)];
    const down = (height - top) * rng.between(0.5, 0.95);
    return (x, y) => (Math.hypot((x - x0) / across, (y - height) / down) - 1) * down;
  }
  if (kind === 1) {
    const slope = rng.between(-0.4, 0.4);
    const start = top + Math.abs(slope) * width / 2 + rng.between(0, 0.1) * height;
    return (x, y) => start + slope * (x - width / 2) - y;
  }
  if (kind === 2) {
    const [start, thickness] = [rng.between(top, 0.85 * height), height * rng.between(0.03, 0.15)];
    return (_x, y) => Math.abs(y - start - thickness / 2) - thickness / 2;
  }
  const [thickness, isLeft] = [rng.between(0.04, 0.5) * margin, rng.uniform() < 0.5];
  const start = rng.uniform() < 0.5 ? -height : top;
  return (x, y) => Math.max((isLeft ? x : width - x) - thickness, start - y);
}
