import type { Rng } from "../../base/rng.ts";
import type { InkImage } from "../../image/ink_image.ts";
import { invertedRanges as ranges } from "./disturb_ranges.ts";

/** Makes paper of ink and ink of paper: everywhere, on one side of a line, or in a disc.
 *
 * @returns same size
 */
export function inverted(ink: InkImage, rng: Rng): InkImage {
  const kind = rng.uniform();
  const [angle, away] = [2 * Math.PI * rng.uniform(), rng.between(...ranges.away)];
  const radius = rng.between(...ranges.radius);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const isInside = kind < ranges.all
    ? () => true
    : kind < ranges.side
    ? (x: number, y: number) => x * cos + y * sin > away
    : (x: number, y: number) => Math.hypot(x - away * cos, y - away * sin) < radius;
  const pixels = ink.pixels.slice();
  for (let y = 0, i = 0; y < ink.height; y++) {
    for (let x = 0; x < ink.width; x++, i++) {
      if (isInside(x - ink.width / 2, y - ink.height / 2)) pixels[i] = 255 - pixels[i];
    }
  }
  return { ...ink, pixels };
}
