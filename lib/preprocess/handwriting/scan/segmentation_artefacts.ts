/** What cutting digits out of a page does to them.
 *
 * @module */

import type { Rng } from "../../../base/rng.ts";
import { boxedInk } from "../../../image/boxed_ink.ts";
import { crop } from "../../../image/crop.ts";
import { cropToInk } from "../../../image/crop_to_ink.ts";
import { drawLine } from "../../../image/draw_line.ts";
import type { InkImage } from "../../../image/ink_image.ts";
import { overlay } from "../../../image/overlay.ts";
import { pad } from "../../../image/pad.ts";
import { artefactRanges as ranges } from "./scan_ranges.ts";

type Range = readonly [least: number, most: number];

/** Pixels of paper around the digit, into which commas and rules are drawn. */
const margin = 6;

/** Damages a digit as a wrong segmentation of its page does: an edge is cut off; a sliver of the
 * neighbouring digit, a comma or a piece of a printed rule stays beside it; or a rule was removed with what
 * it crossed.
 *
 * @param ink a digit about 20 pixels high
 * @param neighbour another digit
 * @param rng draws which of these, and how much
 * @returns an image of another size
 *
 * @example
 * ```ts
 * import { ok } from "node:assert";
 * import { rngFromSeed } from "@lib/base/rng.ts";
 * import { inkImage } from "@lib/image/ink_image.ts";
 * import { segmentationArtefacts } from "@lib/preprocess/handwriting/scan/segmentation_artefacts.ts";
 * const stroke = inkImage(3, 20, new Uint8Array(60).fill(255));
 * const damaged = segmentationArtefacts(stroke, stroke, rngFromSeed(1));
 * ok(damaged.pixels.join() !== stroke.pixels.join());
 * ```
 */
export function segmentationArtefacts(ink: InkImage, neighbour: InkImage, rng: Rng): InkImage {
  const kind = rng.uniform();
  const digit = cropToInk(ink);
  const { edge, sliver, comma, rule } = ranges.shares;
  if (kind < edge) return withoutEdge(digit, rng);
  if (kind < edge + sliver) return withSliver(digit, cropToInk(neighbour), rng);
  if (kind < edge + sliver + comma) return withComma(digit, rng);
  return kind < edge + sliver + comma + rule ? withRule(digit, rng) : withGap(digit, rng);
}

function withoutEdge(ink: InkImage, rng: Rng): InkImage {
  const side = rng.integer(4);
  const length = side < 2 ? ink.width : ink.height;
  const depth = -Math.max(1, Math.round(length * rng.between(...ranges.edgeDepth)));
  return pad(ink, {
    left: side === 0 ? depth : 0,
    right: side === 1 ? depth : 0,
    top: side === 2 ? depth : 0,
    bottom: side === 3 ? depth : 0,
  });
}

/** A strip of the neighbour, its side that faces the digit. */
function withSliver(ink: InkImage, neighbour: InkImage, rng: Rng): InkImage {
  const { leastHeight, moreHeight } = ranges.sliver;
  const isRight = rng.uniform() < 0.5;
  const most = Math.max(1, Math.round(ink.width * ranges.sliver.mostWidth));
  const width = Math.min(neighbour.width, 1 + rng.integer(most));
  const height = Math.min(neighbour.height, leastHeight + rng.integer(moreHeight)); // a longer one may be a 1
  const sliver = crop(neighbour, {
    x: isRight ? 0 : neighbour.width - width,
    y: rng.integer(neighbour.height - height + 1),
    width,
    height,
  });
  const gap = ranges.sliver.leastGap + rng.integer(ranges.sliver.moreGap);
  const right = isRight ? ink.width + gap : -gap - width;
  const down = rng.integer(Math.max(1, ink.height - height + 1));
  return overlay([boxedInk(ink), boxedInk(sliver, { x: right, y: down })]).ink;
}

/** A point or a comma at the foot, on either side. */
function withComma(ink: InkImage, rng: Rng): InkImage {
  const drawn = pad(ink, { left: margin, right: margin, top: 0, bottom: margin });
  const gap = rng.between(...ranges.comma.gap);
  const isRight = rng.uniform() < ranges.comma.right;
  const x = margin + (isRight ? ink.width + gap : -1 - gap);
  const y = ink.height * rng.between(...ranges.comma.row);
  const length = rng.uniform() < ranges.comma.point ? 0 : rng.between(...ranges.comma.length);
  const end = [x - ranges.comma.lean * length, y + length] as const;
  drawLine(drawn, [x, y], end, rng.between(...ranges.comma.strokeWidth));
  return drawn;
}

/** A line above or below, along all of the digit or a part of it; or one beside it, longer than a 1. */
function withRule(ink: InkImage, rng: Rng): InkImage {
  const isVertical = rng.uniform() < ranges.rule.vertical;
  const isFirst = rng.uniform() < 0.5;
  const { verticalStart, verticalEnd, horizontalStart, horizontalEnd } = ranges.rule;
  const length = isVertical ? ink.height : ink.width;
  const across = isVertical ? ink.width : ink.height;
  const startRange: Range = isVertical ? verticalStart : horizontalStart;
  const endRange: Range = isVertical ? verticalEnd : horizontalEnd;
  const start = rng.between(...startRange) * length;
  const end = rng.between(...endRange) * length;
  const gap = rng.between(...ranges.rule.gap);
  const at = margin + (isFirst ? -1 - gap : across + gap);
  const drift = at + rng.between(...ranges.rule.drift);
  const drawn = pad(ink, margin);
  const [from, to] = [margin + start, margin + end];
  const width = rng.between(...ranges.rule.strokeWidth);
  if (isVertical) drawLine(drawn, [at, from], [drift, to], width);
  else drawLine(drawn, [from, at], [to, drift], width);
  return drawn;
}

/** A line of paper right through the digit, where a printed rule was removed. */
function withGap(ink: InkImage, rng: Rng): InkImage {
  const rule = { ...ink, pixels: new Uint8Array(ink.pixels.length) };
  const [x, y] = [rng.uniform() * ink.width, rng.uniform() * ink.height];
  const angle = rng.uniform() < ranges.gap.horizontal
    ? rng.between(...ranges.gap.angle)
    : rng.between(0, Math.PI);
  const [dx, dy] = [40 * Math.cos(angle), 40 * Math.sin(angle)];
  drawLine(rule, [x - dx, y - dy], [x + dx, y + dy], rng.between(...ranges.gap.width));
  return { ...ink, pixels: ink.pixels.map((level, i) => Math.max(0, level - rule.pixels[i])) };
}
