import type { Rng } from "../../../base/rng.ts";
import { pad } from "../../../image/pad.ts";
import type { InkImage } from "../../../image/ink_image.ts";

/** A 0 without its left or right side: where zeros touch, they share a wall, and one of them keeps it.
 *
 * @param ink a trimmed 0, 0 paper to 255 full stroke
 * @param width of its strokes, in pixels
 * @param rng draws the side, and how much is lost
 * @returns narrower, at least a half of it
 */
export function openSide(ink: InkImage, width: number, rng: Rng): InkImage {
  const lost = -Math.round(Math.min(ink.width / 2, width * rng.between(0.7, 1.4)));
  const isLeft = rng.uniform() < 0.5;
  return pad(ink, { left: isLeft ? lost : 0, right: isLeft ? 0 : lost, top: 0, bottom: 0 });
}
