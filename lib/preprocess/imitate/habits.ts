import type { Rng } from "../../base/rng.ts";
import type { Box } from "../box.ts";
import type { GreyImage } from "../grey_image.ts";
import { inkBox } from "../ink_box.ts";
import { bend } from "./bend.ts";
import { framed } from "./framed.ts";
import { line } from "./line.ts";
import { lowFour } from "./low_four.ts";
import { strokeWidth } from "./stroke_width.ts";
import { trim } from "./trim.ts";
import { turned } from "./turned.ts";

/** How many of each digit are written in another way. */
const shares = [0.04, 0.35, 0, 0, 0.15, 0, 0, 0.2, 0, 0.03];

/** Writes what MNIST's American writers do not, at times: the upstroke and the foot of a 1, the bar of
 * a 7, the slash of a 0, the low right stroke of a 4, and the 9 whose loop begins and ends at the left,
 * like a ρ.
 *
 * @param ink a digit, 0 paper to 255 full stroke
 * @param label which digit it is; any but 0, 1, 4, 7 and 9 stays as it is
 * @param rng draws whether, and the strokes
 * @returns `ink` itself where it stays, else of another size
 */
export function habits(ink: GreyImage, label: number, rng: Rng): GreyImage {
  const box = inkBox(ink);
  if (rng.uniform() >= shares[label] || box === undefined) return ink;
  if (label === 4) return lowFour(trim(ink), rng.between(0.35, 0.85));
  if (label === 9) return rho(ink, rng);
  const margin = 12;
  const drawn = framed(ink, { left: margin, right: margin, top: margin, bottom: margin });
  const place = { ...box, x: box.x + margin, y: box.y + margin };
  const width = Math.max(1.5, strokeWidth(ink)) * rng.between(0.7, 1);
  if (label === 1) one(drawn, place, width, rng);
  else if (label === 7) bar(drawn, place, width, rng);
  else slash(drawn, place, width, rng);
  return drawn;
}

function one(ink: GreyImage, box: Box, width: number, rng: Rng): void {
  const hasFoot = rng.uniform() < 0.2;
  if (!hasFoot || rng.uniform() < 0.5) {
    const [x, y] = [middle(ink, box.y, 1), box.y + width / 2];
    const angle = rng.between(20, 55) * Math.PI / 180;
    const length = box.height * rng.between(0.25, 1.2 - angle * 0.7);
    line(ink, [x, y], [x - length * Math.sin(angle), y + length * Math.cos(angle)], width);
  }
  if (!hasFoot) return;
  const bottom = box.y + box.height - 1;
  const [x, y] = [middle(ink, bottom, -1), bottom - width / 2];
  const reach = (): number => box.height * rng.between(0.12, 0.35);
  line(ink, [x - reach(), y + rng.normal() / 2], [x + reach(), y + rng.normal() / 2], width);
}

/** Across the stem, halfway up. */
function bar(ink: GreyImage, box: Box, width: number, rng: Rng): void {
  const row = Math.round(box.y + box.height * rng.between(0.42, 0.6));
  const [x, reach] = [middle(ink, row, 1), box.height * rng.between(0.15, 0.35)];
  const tilt = reach * rng.between(-0.4, 0.4);
  line(ink, [x - reach, row + tilt], [x + reach, row - tilt], width);
}

/** From the lower left to the upper right. */
function slash(ink: GreyImage, box: Box, width: number, rng: Rng): void {
  const [start, end] = [rng.between(0, 0.25), rng.between(0.75, 1)];
  line(
    ink,
    [box.x + start * box.width, box.y + end * box.height],
    [box.x + end * box.width, box.y + start * box.height],
    width,
  );
}

/** Mirrored, but with the slant of before. */
function rho(ink: GreyImage, rng: Rng): GreyImage {
  const still = { width: 1, height: 1, rotation: 0, waves: 0, waveLength: 8 };
  return bend(turned(ink, "mirrored"), { ...still, shear: rng.between(0.1, 0.6) }, rng);
}

/** The mean column of the ink in two rows, the given one and its neighbour. */
function middle({ width, pixels }: GreyImage, row: number, step: number): number {
  let [mass, sum] = [0, 0];
  for (const y of [row, row + step]) {
    for (let x = 0; x < width; x++) {
      mass += pixels[y * width + x];
      sum += x * pixels[y * width + x];
    }
  }
  return mass === 0 ? width / 2 : sum / mass;
}
