import type { Rng } from "../../../base/rng.ts";
import type { Dataset } from "../../../download/dataset.ts";
import { boxedInk } from "../../../image/boxed_ink.ts";
import { cropToInk } from "../../../image/crop_to_ink.ts";
import { inkBox } from "../../../image/ink_box.ts";
import { type InkImage, inkImage } from "../../../image/ink_image.ts";
import { overlay } from "../../../image/overlay.ts";
import { letter } from "../non_digit/letter.ts";
import { scrawl } from "../non_digit/scrawl.ts";
import { solid } from "../non_digit/solid.ts";
import { stains } from "../non_digit/stains.ts";
import { varyWriter } from "../writer/vary_writer.ts";
import { digitHeight as height, mostColumns, rowMargin as margin } from "./line_ranges.ts";
import type { WrittenLine } from "./write_line.ts";

/** A line without a digit: letters of a word, scrawls, solid objects, stains, bars at one pitch. */
export function wordlessLine(dataset: Dataset, rng: Rng): WrittenLine {
  const kind = rng.uniform();
  const draw = (): InkImage => {
    if (kind < 0.5) return varyWriter(letter(rng), 1, rng);
    if (kind < 0.65) return scrawl(rng);
    if (kind < 0.8) return solid(dataset, rng);
    return stains(rng);
  };
  const isBars = kind >= 0.9;
  const pieces = [];
  let x = 0;
  const [bar, pitch] = [rng.between(3, 9), rng.between(8, 18)];
  for (let i = (isBars ? 4 : 1) + rng.integer(5); i > 0; i--) {
    const ink = isBars ? filled(Math.round(bar), height) : inkOf(draw());
    if (x + ink.width > mostColumns) break;
    pieces.push(boxedInk(ink, { x: Math.round(x), y: Math.round((height - ink.height) / 2) }));
    x += isBars ? Math.max(pitch, bar + 2) : ink.width + rng.between(0, 6);
  }
  const paper = inkImage(Math.max(1, Math.ceil(x)), height + 2 * margin);
  const { ink, box } = overlay([boxedInk(paper, { y: -margin }), ...pieces]);
  const top = -box.y;
  return {
    ink,
    labels: [],
    digits: [],
    extent: { top, bottom: top + height, left: 0, right: box.width },
  };
}

function filled(width: number, high: number): InkImage {
  return inkImage(width, high, new Uint8Array(width * high).fill(255));
}

function inkOf(ink: InkImage): InkImage {
  return inkBox(ink) === undefined ? inkImage(1, 1) : cropToInk(ink);
}
