import type { Rng } from "../../../base/rng.ts";
import { drawLine } from "../../../image/draw_line.ts";
import { type InkImage, inkImage } from "../../../image/ink_image.ts";
import { remnantRanges as ranges } from "./line_ranges.ts";

/** Where the digits of a line are on its ink, in pixels. */
export interface LineExtent {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Leaves on a line what print leaves: an underline or a piece of one, a piece of an upright rule before or
 * behind the digits, a bare strip where a rule was erased with what it crossed, specks.
 *
 * @param ink drawn on in place
 */
export function lineRemnants(ink: InkImage, extent: LineExtent, rng: Rng): void {
  if (rng.uniform() < ranges.underline) underline(ink, extent, rng);
  if (rng.uniform() < ranges.upright) upright(ink, extent, rng);
  if (rng.uniform() < ranges.bare) bareStrip(ink, extent, rng);
  if (rng.uniform() < ranges.specks) specks(ink, rng);
}

function underline(ink: InkImage, { left, right, top, bottom }: LineExtent, rng: Rng): void {
  const y = top + (bottom - top) * rng.between(...ranges.underlineRow);
  const length = (right - left) * rng.between(...ranges.underlineLength);
  const x = left + (right - left - length) * rng.uniform();
  drawLine(ink, [x, y], [x + length, y + rng.normal()], rng.between(...ranges.strokeWidth));
}

function upright(ink: InkImage, { left, right, top, bottom }: LineExtent, rng: Rng): void {
  const height = bottom - top;
  const isShort = rng.uniform() < 0.5;
  const x = rng.uniform() < 0.5 ? left - rng.between(2, 8) : right + rng.between(2, 8);
  const start = isShort ? rng.uniform() * 0.8 : rng.between(...ranges.uprightStart);
  const end = isShort
    ? start + rng.between(...ranges.shortUpright)
    : rng.between(...ranges.uprightEnd);
  const width = rng.between(...ranges.strokeWidth);
  drawLine(ink, [x, top + start * height], [x + rng.normal() / 2, top + end * height], width);
}

/** A strip of paper right through the line. */
function bareStrip(ink: InkImage, { top, bottom }: LineExtent, rng: Rng): void {
  const rule = inkImage(ink.width, ink.height);
  const y = rng.between(top, bottom);
  const tilt = 0.03 * ink.width * rng.normal();
  drawLine(rule, [0, y - tilt], [ink.width, y + tilt], rng.between(...ranges.bareWidth));
  for (let i = 0; i < ink.pixels.length; i++) {
    ink.pixels[i] = Math.max(0, ink.pixels[i] - rule.pixels[i]);
  }
}

function specks(ink: InkImage, rng: Rng): void {
  for (let i = 1 + rng.integer(ranges.mostSpecks); i > 0; i--) {
    const [x, y] = [rng.uniform() * ink.width, rng.uniform() * ink.height];
    drawLine(ink, [x, y], [x + rng.normal(), y + rng.normal()], rng.between(...ranges.speckWidth));
  }
}
