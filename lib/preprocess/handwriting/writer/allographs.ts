import type { Rng } from "../../../base/rng.ts";
import type { Box } from "../../../image/box.ts";
import { inkBox } from "../../../image/ink_box.ts";
import { strokeWidth } from "../../../image/stroke_width.ts";
import { drawArc } from "../../../image/draw_arc.ts";
import { elasticDistort } from "./elastic_distort.ts";
import { pad } from "../../../image/pad.ts";
import { drawLine } from "../../../image/draw_line.ts";
import { linkedZero } from "./linked_zero.ts";
import { loopedTwo } from "./looped_two.ts";
import { lowFour } from "./low_four.ts";
import { openSide } from "./open_side.ts";
import { openLoop } from "./open_loop.ts";
import { cropToInk } from "../../../image/crop_to_ink.ts";
import { turn } from "../../../image/turn.ts";
import type { InkImage } from "../../../image/ink_image.ts";

/** How many of each digit are written in another way. */
const shares = [0.35, 0.45, 0.2, 0, 0.35, 0, 0, 0.35, 0.08, 0.1];

/** Writes what MNIST's American writers do not, at times: the upstroke and the foot of a 1, the loop of
 * a 2, the bar of a 7, the short right stroke of a 4, the 0 and 8 that are not closed, the 0 with a slash
 * or tied to its neighbours, and the 9 whose loop begins and ends at the left, like a ρ.
 *
 * @param ink a digit, 0 paper to 255 full stroke
 * @param label which digit it is; a 3, 5 or 6 stays as it is
 * @param rng draws whether, and the strokes
 * @returns `ink` itself where it stays, else of another size
 */
export function allographs(ink: InkImage, label: number, rng: Rng): InkImage {
  const box = inkBox(ink);
  if (rng.uniform() >= shares[label] || box === undefined) return ink;
  if (label === 4) return lowFour(cropToInk(ink), rng.between(0.35, 1), rng.between(0, 0.8));
  if (label === 9) return rho(ink, rng);
  const width = Math.max(1.5, strokeWidth(ink)) * rng.between(0.8, 1.1);
  const kindOfZero = rng.uniform();
  if (label === 8 || label === 0 && kindOfZero < 0.3) return openLoop(cropToInk(ink), width, rng);
  if (label === 0 && kindOfZero < 0.5) return openSide(cropToInk(ink), width, rng);
  const margin = 12;
  const drawn = pad(ink, { left: margin, right: margin, top: margin, bottom: margin });
  const place = { ...box, x: box.x + margin, y: box.y + margin };
  if (label === 1) one(drawn, place, width, rng);
  else if (label === 2) loopedTwo(drawn, place, width, rng);
  else if (label === 7) bar(drawn, place, width, rng);
  else if (kindOfZero < 0.9) linkedZero(drawn, place, width, rng);
  else slash(drawn, place, width, rng);
  return drawn;
}

function one(ink: InkImage, box: Box, width: number, rng: Rng): void {
  const bottom = box.y + box.height - 1;
  const [top, foot] = [middle(ink, box.y, 1), middle(ink, bottom, -1)];
  const hasFoot = rng.uniform() < 0.2;
  if (!hasFoot || rng.uniform() < 0.5) {
    const slant = Math.max(-0.2, Math.atan2(top - foot, box.height));
    const angle = Math.min(1.25, slant + rng.between(0.3, 0.9)); // from straight down
    const length = box.height * rng.between(0.25, 1.25 - 0.6 * angle);
    const y = box.y + width / 2;
    const end = [top - length * Math.sin(angle), y + length * Math.cos(angle)] as const;
    drawArc(ink, [top, y], end, rng.between(-0.12, 0.12), width);
  }
  if (!hasFoot) return;
  const y = bottom - width / 2;
  const reach = (): number => box.height * rng.between(0.12, 0.35);
  drawLine(
    ink,
    [foot - reach(), y + rng.normal() / 2],
    [foot + reach(), y + rng.normal() / 2],
    width,
  );
}

/** Across the stem, halfway up. */
function bar(ink: InkImage, box: Box, width: number, rng: Rng): void {
  const row = Math.round(box.y + box.height * rng.between(0.42, 0.6));
  const [x, reach] = [middle(ink, row, 1), box.height * rng.between(0.15, 0.35)];
  const tilt = reach * rng.between(-0.4, 0.4);
  drawLine(ink, [x - reach, row + tilt], [x + reach, row - tilt], width);
}

/** From the lower left to the upper right. */
function slash(ink: InkImage, box: Box, width: number, rng: Rng): void {
  const [start, end] = [rng.between(0, 0.25), rng.between(0.75, 1)];
  drawLine(
    ink,
    [box.x + start * box.width, box.y + end * box.height],
    [box.x + end * box.width, box.y + start * box.height],
    width,
  );
}

/** Mirrored, but with the slant of before. */
function rho(ink: InkImage, rng: Rng): InkImage {
  const still = { width: 1, height: 1, rotation: 0, waves: 0, waveLength: 8 };
  return elasticDistort(turn(ink, "mirrored"), { ...still, shear: rng.between(0.1, 0.6) }, rng);
}

/** The mean column of the ink in two rows, the given one and its neighbour. */
function middle({ width, pixels }: InkImage, row: number, step: number): number {
  let [mass, sum] = [0, 0];
  for (const y of [row, row + step]) {
    for (let x = 0; x < width; x++) {
      mass += pixels[y * width + x];
      sum += x * pixels[y * width + x];
    }
  }
  return mass === 0 ? width / 2 : sum / mass;
}
