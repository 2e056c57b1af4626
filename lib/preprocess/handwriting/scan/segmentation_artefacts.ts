import type { Rng } from "../../../base/rng.ts";
import { crop } from "../../../image/crop.ts";
import { pad } from "../../../image/pad.ts";
import { drawLine } from "../../../image/draw_line.ts";
import { boxedInk } from "../../../image/boxed_ink.ts";
import { overlay } from "../../../image/overlay.ts";
import { cropToInk } from "../../../image/crop_to_ink.ts";
import type { InkImage } from "../../../image/ink_image.ts";

/** What cutting a digit out of a page may do to it: an edge is cut off, a sliver of the neighbouring
 * digit, a comma or a piece of a printed rule stays beside it, or a rule was taken away with what it
 * crossed.
 *
 * @param ink a digit about 20 pixels high, 0 paper to 255 full stroke
 * @param neighbour another digit
 * @param rng draws which of these, and how much
 */
export function segmentationArtefacts(ink: InkImage, neighbour: InkImage, rng: Rng): InkImage {
  const kind = rng.uniform();
  if (kind < 0.3) return withoutEdge(cropToInk(ink), rng);
  if (kind < 0.55) return withSliver(cropToInk(ink), cropToInk(neighbour), rng);
  if (kind < 0.75) return withComma(cropToInk(ink), rng);
  return kind < 0.87 ? withRule(cropToInk(ink), rng) : withGap(cropToInk(ink), rng);
}

function withoutEdge(ink: InkImage, rng: Rng): InkImage {
  const side = rng.integer(4);
  const length = side < 2 ? ink.width : ink.height;
  const depth = -Math.max(1, Math.round(length * rng.between(0, 0.13)));
  return pad(ink, {
    left: side === 0 ? depth : 0,
    right: side === 1 ? depth : 0,
    top: side === 2 ? depth : 0,
    bottom: side === 3 ? depth : 0,
  });
}

/** A strip of the neighbour, its side that faces the digit. */
function withSliver(ink: InkImage, neighbour: InkImage, rng: Rng): InkImage {
  const isRight = rng.uniform() < 0.5;
  const most = Math.max(1, Math.round(ink.width / 5));
  const width = Math.min(neighbour.width, 1 + rng.integer(most));
  const height = Math.min(neighbour.height, 3 + rng.integer(8)); // a longer one may be a 1
  const sliver = crop(neighbour, {
    x: isRight ? 0 : neighbour.width - width,
    y: rng.integer(neighbour.height - height + 1),
    width,
    height,
  });
  const gap = rng.integer(5) - 1;
  const right = isRight ? ink.width + gap : -gap - width;
  const down = rng.integer(Math.max(1, ink.height - height + 1));
  return overlay([boxedInk(ink), boxedInk(sliver, { x: right, y: down })]).ink;
}

/** A point or a comma at the foot, on either side. */
function withComma(ink: InkImage, rng: Rng): InkImage {
  const drawn = pad(ink, { left: margin, right: margin, top: 0, bottom: margin });
  const gap = rng.between(1, 4);
  const isRight = rng.uniform() < 0.7;
  const x = margin + (isRight ? ink.width + gap : -1 - gap);
  const y = ink.height * rng.between(0.8, 1.05);
  const length = rng.uniform() < 0.5 ? 0 : rng.between(1, 5);
  drawLine(drawn, [x, y], [x - 0.4 * length, y + length], rng.between(1.2, 3));
  return drawn;
}

/** A line above or below, along all of the digit or a part of it; or one beside it, longer than a 1. */
function withRule(ink: InkImage, rng: Rng): InkImage {
  const isUpright = rng.uniform() < 0.4;
  const isFirst = rng.uniform() < 0.5;
  const length = isUpright ? ink.height : ink.width;
  const across = isUpright ? ink.width : ink.height;
  const start = (isUpright ? rng.between(-0.25, -0.05) : rng.between(-0.2, 0.4)) * length;
  const end = (isUpright ? rng.between(1.05, 1.25) : rng.between(0.6, 1.2)) * length;
  const gap = rng.between(-1, 4);
  const at = margin + (isFirst ? -1 - gap : across + gap);
  const drift = at + rng.between(-1, 1);
  const drawn = pad(ink, { left: margin, right: margin, top: margin, bottom: margin });
  const [from, to] = [margin + start, margin + end];
  const width = rng.between(0.8, 1.8);
  if (isUpright) drawLine(drawn, [at, from], [drift, to], width);
  else drawLine(drawn, [from, at], [to, drift], width);
  return drawn;
}

/** Pixels around the digit for a rule. */
const margin = 6;

/** A line of paper right through the digit. */
function withGap(ink: InkImage, rng: Rng): InkImage {
  const rule = { ...ink, pixels: new Uint8Array(ink.pixels.length) };
  const [x, y] = [rng.uniform() * ink.width, rng.uniform() * ink.height];
  const angle = rng.uniform() < 0.7 ? rng.between(-0.15, 0.15) : rng.between(0, Math.PI);
  const [dx, dy] = [40 * Math.cos(angle), 40 * Math.sin(angle)];
  drawLine(rule, [x - dx, y - dy], [x + dx, y + dy], rng.between(0.6, 2.2));
  return { ...ink, pixels: ink.pixels.map((level, i) => Math.max(0, level - rule.pixels[i])) };
}
