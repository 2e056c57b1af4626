import type { Rng } from "../../../base/rng.ts";
import type { Dataset } from "../../../download/dataset.ts";
import { digitAt } from "../../dataset/digit_at.ts";
import { pad } from "../../../image/pad.ts";
import { varyWriter } from "../writer/vary_writer.ts";
import { boxedInk } from "../../../image/boxed_ink.ts";
import { overlay } from "../../../image/overlay.ts";
import { cropToInk } from "../../../image/crop_to_ink.ts";
import type { InkImage } from "../../../image/ink_image.ts";
import { nonDigitRanges } from "./non_digit_ranges.ts";

const ranges = nonDigitRanges.joined;

/** Of so many drawn digits a 1 is taken, if there is one: beside another digit it is the easiest to
 * overlook. */
const draws = 3;

/** Joins two or three digits of a number, as if they were one, or one with a large part of the next: side by
 * side, touching or overlapping, as wrong cuts of a line leave them.
 *
 * @param dataset digits, and what they are
 * @param rng draws which, in which style, and how close
 * @returns ink, of any size
 */
export function joinedDigits(dataset: Dataset, rng: Rng): InkImage {
  const count = rng.uniform() < ranges.two ? 2 : 3;
  let ink = anyDigit(dataset, rng);
  for (let i = 1; i < count; i++) ink = beside(ink, anyDigit(dataset, rng), rng);
  return rng.uniform() < ranges.cut ? cut(ink, count, rng) : ink;
}

function anyDigit(dataset: Dataset, rng: Rng): InkImage {
  const drawn = Array.from({ length: draws }, () => rng.integer(dataset.size));
  const index = drawn.find((i) => dataset.labels[i] === 1) ?? drawn[0];
  return cropToInk(varyWriter(digitAt(dataset, index), 1, rng));
}

function beside(ink: InkImage, next: InkImage, rng: Rng): InkImage {
  const overlap = Math.min(ink.width, next.width) * rng.between(...ranges.overlap);
  const gap = rng.uniform() < ranges.overlapping
    ? -Math.round(overlap)
    : rng.integer(ranges.moreGap);
  const down = Math.round((ink.height - next.height) / 2 + 2 * rng.normal());
  return overlay([boxedInk(ink), boxedInk(next, { x: ink.width + gap, y: down })]).ink;
}

/** Cuts a part of the first or last digit off: at least about a half of it stays. */
function cut(ink: InkImage, count: number, rng: Rng): InkImage {
  const depth = -Math.round(ink.width / count * rng.between(...ranges.cutDepth));
  const isLeft = rng.uniform() < 0.5;
  return pad(ink, isLeft ? { left: depth } : { right: depth });
}
