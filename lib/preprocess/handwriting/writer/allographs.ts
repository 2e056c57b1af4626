/** Other ways to write a digit.
 *
 * @module */

import type { Rng } from "../../../base/rng.ts";
import type { Box } from "../../../image/box.ts";
import { cropToInk } from "../../../image/crop_to_ink.ts";
import { drawArc } from "../../../image/draw_arc.ts";
import { drawLine } from "../../../image/draw_line.ts";
import { inkBox } from "../../../image/ink_box.ts";
import type { InkImage } from "../../../image/ink_image.ts";
import { pad } from "../../../image/pad.ts";
import { strokeWidth } from "../../../image/stroke_width.ts";
import { turn } from "../../../image/turn.ts";
import { elasticDistort } from "./elastic_distort.ts";
import { loopedTwo } from "./looped_two.ts";
import { lowFour } from "./low_four.ts";
import { allographRanges as ranges } from "./writer_ranges.ts";
import { linkedZero, openLoop, openSide, slashedZero } from "./zeros.ts";

/** Pixels of paper around a digit, into which strokes are drawn. */
const margin = 12;

/** Replaces some digits by an [allograph](https://en.wikipedia.org/wiki/Allograph), another way to write
 * the same digit that MNIST's American writers seldom or never use: the upstroke and the foot of a 1, the
 * loop of a 2, the short right stroke of a 4, the bar of a 7, the 0 and the 8 that are not closed, the 0
 * with a slash or linked to its neighbours, and the 9 whose loop begins and ends at the left, like a ρ.
 *
 * @param ink a digit
 * @param label which digit it is, 0 to 9; a 3, 5 or 6 stays as it is
 * @param rng draws whether, and the strokes
 * @returns `ink` itself where it stays, else an image of another size
 *
 * @example
 * ```ts
 * import { strictEqual } from "node:assert";
 * import { rngFromSeed } from "@lib/base/rng.ts";
 * import { inkImage } from "@lib/image/ink_image.ts";
 * import { allographs } from "@lib/preprocess/handwriting/writer/allographs.ts";
 * const stroke = inkImage(3, 20, new Uint8Array(60).fill(255));
 * strictEqual(allographs(stroke, 3, rngFromSeed(1)), stroke); // a 3 has no allograph
 * ```
 */
export function allographs(ink: InkImage, label: number, rng: Rng): InkImage {
  const box = inkBox(ink);
  if (rng.uniform() >= ranges.shares[label] || box === undefined) return ink;
  if (label === 4) {
    const { above, below } = ranges.four;
    return lowFour(cropToInk(ink), rng.between(...above), rng.between(...below));
  }
  if (label === 9) return rho(ink, rng);
  const ownWidth = Math.max(ranges.leastStrokeWidth, strokeWidth(ink));
  const width = ownWidth * rng.between(...ranges.strokeWidth);
  const kind = rng.uniform(); // drawn for every digit, used for 0 alone
  const { openTop, openSide: openAtSide, linked } = ranges.zeroKinds;
  if (label === 8 || label === 0 && kind < openTop) return openLoop(cropToInk(ink), width, rng);
  if (label === 0 && kind < openAtSide) return openSide(cropToInk(ink), width, rng);
  const drawn = pad(ink, margin);
  const place = { ...box, x: box.x + margin, y: box.y + margin };
  if (label === 1) one(drawn, place, width, rng);
  else if (label === 2) loopedTwo(drawn, place, width, rng);
  else if (label === 7) bar(drawn, place, width, rng);
  else if (kind < linked) linkedZero(drawn, place, width, rng);
  else slashedZero(drawn, place, width, rng);
  return drawn;
}

/** Draws an upstroke from the top of a 1 to the lower left, a foot, or both. */
function one(ink: InkImage, box: Box, width: number, rng: Rng): void {
  const { foot: footShare, length: share, ...draws } = ranges.one;
  const bottom = box.y + box.height - 1;
  const [top, foot] = [middle(ink, box.y, 1), middle(ink, bottom, -1)];
  const hasFoot = rng.uniform() < footShare;
  if (!hasFoot || rng.uniform() < draws.upstrokeWithFoot) {
    const slant = Math.max(draws.leastSlant, Math.atan2(top - foot, box.height));
    const angle = Math.min(draws.mostAngle, slant + rng.between(...draws.angle));
    const most = share.most - share.lessPerRadian * angle;
    const length = box.height * rng.between(share.least, most);
    const y = box.y + width / 2;
    const end = [top - length * Math.sin(angle), y + length * Math.cos(angle)] as const;
    drawArc(ink, [top, y], end, rng.between(...draws.bow), width);
  }
  if (!hasFoot) return;
  const y = bottom - width / 2;
  const reach = (): number => box.height * rng.between(...draws.footReach);
  drawLine(
    ink,
    [foot - reach(), y + rng.normal() / 2],
    [foot + reach(), y + rng.normal() / 2],
    width,
  );
}

/** Draws the bar of a 7 across its stem, about halfway up. */
function bar(ink: InkImage, box: Box, width: number, rng: Rng): void {
  const row = Math.round(box.y + box.height * rng.between(...ranges.seven.row));
  const [x, reach] = [middle(ink, row, 1), box.height * rng.between(...ranges.seven.reach)];
  const tilt = reach * rng.between(...ranges.seven.tilt);
  drawLine(ink, [x - reach, row + tilt], [x + reach, row - tilt], width);
}

/** Mirrors a 9, and gives it its slant back. */
function rho(ink: InkImage, rng: Rng): InkImage {
  const still = { width: 1, height: 1, rotation: 0, waves: 0, waveLength: 8 };
  const shear = rng.between(...ranges.nine.shear);
  return elasticDistort(turn(ink, "mirrored"), { ...still, shear }, rng);
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
