import type { Rng } from "../../../base/rng.ts";
import type { Dataset } from "../../../download/dataset.ts";
import { boxedInk } from "../../../image/boxed_ink.ts";
import { cropToInk } from "../../../image/crop_to_ink.ts";
import { drawLine } from "../../../image/draw_line.ts";
import { type InkImage, inkImage } from "../../../image/ink_image.ts";
import { overlay } from "../../../image/overlay.ts";
import { turn } from "../../../image/turn.ts";
import { digitAt } from "../../dataset/digit_at.ts";
import { pickDigit } from "../../dataset/pick_digit.ts";
import { varyWriter } from "../writer/vary_writer.ts";
import { nonDigitRanges } from "./non_digit_ranges.ts";

const ranges = nonDigitRanges.solid;

/** Draws what is far thicker than strokes, and what is printed beside them: pieces of a shadow's or a
 * hand's edge, bars, corners of thick rules, a digit with the piece of a rule at its side.
 *
 * @param dataset digits, and what they are; not 1s alone
 * @param rng draws what, how large, how thick
 * @returns ink, of any size
 */
export function solid(dataset: Dataset, rng: Rng): InkImage {
  const kind = rng.uniform();
  if (kind < ranges.kinds.shadow) return noOne(shadow(rng));
  if (kind < ranges.kinds.bar) return bar(rng);
  if (kind < ranges.kinds.corner) return noOne(corner(rng));
  return besideRule(dataset, rng);
}

/** What came out upright and narrow is a 1: it is laid down. */
function noOne(ink: InkImage): InkImage {
  const piece = cropToInk(ink);
  return piece.width < ranges.barShare[0] * piece.height ? turn(piece, "left") : piece;
}

function side(rng: Rng): number {
  return Math.round(rng.between(...ranges.side));
}

/** What lies on one side of a bent line through the piece. */
function shadow(rng: Rng): InkImage {
  const ink = inkImage(side(rng), side(rng));
  const [x, y] = [ink.width * rng.uniform(), ink.height * rng.uniform()];
  const angle = 2 * Math.PI * rng.uniform();
  const half = Math.max(ink.width, ink.height) / 2;
  const bulge = rng.between(...ranges.bulge);
  for (let i = 0; i < ink.pixels.length; i++) {
    const [dx, dy] = [i % ink.width - x, Math.floor(i / ink.width) - y];
    const along = (dx * Math.cos(angle) + dy * Math.sin(angle)) / half;
    const across = dy * Math.cos(angle) - dx * Math.sin(angle);
    const depth = across - bulge * half * along * along;
    ink.pixels[i] = 255 * Math.min(1, Math.max(0, depth + 0.5));
  }
  return ink;
}

/** A filled bar, upright or lying. */
function bar(rng: Rng): InkImage {
  const long = side(rng);
  const short = Math.max(2, Math.round(long * rng.between(...ranges.barShare)));
  const [width, height] = rng.uniform() < 0.5 ? [long, short] : [short, long];
  return inkImage(width, height, new Uint8Array(width * height).fill(255));
}

/** Where thick rules meet: a corner, a T, a cross. */
function corner(rng: Rng): InkImage {
  const ink = inkImage(side(rng), side(rng));
  const [x, y] = [ink.width * rng.uniform(), ink.height * rng.uniform()];
  const width = rng.between(...ranges.rule);
  const end = (): number => Math.round(rng.uniform());
  drawLine(ink, [x, end() * y], [x, ink.height], width);
  drawLine(ink, [end() * x, y], [ink.width, y], rng.between(...ranges.rule));
  return ink;
}

/** A digit that took the piece of an upright rule along; a 1 beside it would be two 1s. */
function besideRule(dataset: Dataset, rng: Rng): InkImage {
  const index = pickDigit(dataset, (label) => label !== 1, rng);
  const digit = cropToInk(varyWriter(digitAt(dataset, index), 1, rng));
  const height = Math.max(1, Math.round(digit.height * rng.between(...ranges.pieceHeight)));
  const width = Math.round(rng.between(...ranges.pieceOfRule));
  const rule = inkImage(width, height, new Uint8Array(width * height).fill(255));
  const gap = Math.round(rng.between(...ranges.gap));
  const x = rng.uniform() < 0.5 ? digit.width + gap : -width - gap;
  const y = Math.round((digit.height - height) * rng.uniform());
  return overlay([boxedInk(digit), boxedInk(rule, { x, y })]).ink;
}
