import type { Box } from "../../image/box.ts";
import { type Degrees, turnBox } from "../../image/turn_box.ts";
import type { Sign } from "../segment/signs.ts";
import { type BoxedReading, type BoxedSign, mapBoxes } from "./boxed_reading.ts";
import { dashedFrame, drawTag, frame, type Tag, tag } from "./overlay_parts.ts";
import { strokeTextWidth } from "./stroke_text.ts";

/** What is drawn over a picture, and how much room it wants around it. */
export interface Overlay {
  /** An SVG drawing, as large as the picture with that room. */
  readonly svg: string;
  /** In pixels; 0 where all labels lie inside the picture. */
  readonly room: {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  };
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Digits that the model is less sure of are drawn in the other colour. */
const sure = 0.9;

// Okabe and Ito's blue and vermilion, told apart by the colour-blind; grey is what is no digit.
const [sureColour, unsureColour, grey] = ["#0072b2", "#d55e00", "#6b6b6b"];

/** Draws what was read: a box around each digit, the digit above it, its confidence below. A sign has a thin
 * grey box, and stands above the line among the digits; what was left out has a dashed one.
 *
 * The labels are as large as the digits allow: whoever sees a digit can read its label. They are turned as the
 * writing is.
 *
 * @param size of the picture, in pixels
 */
export function annotationOverlay(size: Size, reading: BoxedReading): Overlay {
  const { turned } = reading;
  const upright = turned % 180 === 0 ? size : { width: size.height, height: size.width };
  const { shapes, tags } = draw(upright, uprightReading(reading, upright));
  const reach = tags.map((tag) => turnBox(tag, turned, size));
  const room = {
    left: Math.ceil(Math.max(0, ...reach.map(({ x }) => -x))),
    top: Math.ceil(Math.max(0, ...reach.map(({ y }) => -y))),
    right: Math.ceil(Math.max(0, ...reach.map(({ x, width }) => x + width - size.width))),
    bottom: Math.ceil(Math.max(0, ...reach.map(({ y, height }) => y + height - size.height))),
  };
  const [width, height] = [
    size.width + room.left + room.right,
    size.height + room.top + room.bottom,
  ];
  const origin = turnBox({ x: 0, y: 0, width: 0, height: 0 }, turned, size);
  const place = `translate(${room.left + origin.x} ${room.top + origin.y})` +
    (turned === 0 ? "" : ` rotate(${turned})`);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">` +
    `<g transform="${place}">${shapes}</g></svg>`;
  return { svg, room };
}

/** The reading with the boxes of the picture when its writing is upright. */
function uprightReading(reading: BoxedReading, size: Size): BoxedReading {
  const back = (360 - reading.turned) % 360 as Degrees;
  return mapBoxes(reading, (box) => turnBox(box, back, size));
}

/** Draws on the upright picture. */
function draw(
  size: Size,
  { digits, lines, rejected }: BoxedReading,
): { readonly shapes: string; readonly tags: readonly Tag[] } {
  const unit = Math.max(20, medianHeight(digits.length > 0 ? digits : rejected));
  const line = Math.max(1.5, unit / 32);
  const thin = Math.max(1, Math.min(line / 2, Math.max(size.width, size.height) / 300));
  const signs = lines.flatMap((each) => each.separators.map((sign) => placed(sign, each.digits)));
  const marks = [...digits, ...signs.map(({ row }) => ({ box: row }))];
  const large = (box: Box): number => {
    const { beside, above } = roomAround(box, marks);
    return Math.max(0.2 * unit, Math.min(0.42 * unit, 0.4 * above, beside));
  };
  const ofSigns = signs.map(({ sign, box, row }) => {
    return { box, tag: tag(sign, row, large(row), "above") };
  });
  const ofDigits = digits.map(({ digit, confidence, box }) => {
    const { beside, below } = roomAround(box, digits);
    const text = `${Math.floor(100 * confidence + 1e-6)}%`;
    const fitting = beside / strokeTextWidth(text);
    const small = Math.max(0.12 * unit, Math.min(0.24 * unit, 0.24 * below, fitting));
    const tags = [tag(String(digit), box, large(box), "above"), tag(text, box, small, "below")];
    return { box, tags, colour: confidence < sure ? unsureColour : sureColour };
  });
  const shapes = [
    ...rejected.map(({ box }) => dashedFrame(box, grey, thin)),
    ...ofSigns.map(({ box, tag }) => frame(box, grey, thin) + drawTag(tag, grey)),
    ...ofDigits.map(({ box, tags, colour }) => {
      return frame(box, colour, line) + tags.map((each) => drawTag(each, colour)).join("");
    }),
  ];
  const tags = [...ofDigits.flatMap(({ tags }) => tags), ...ofSigns.map(({ tag }) => tag)];
  return { shapes: shapes.join(""), tags };
}

function medianHeight(marks: readonly { readonly box: Box }[]): number {
  const heights = marks.map(({ box }) => box.height).sort((a, b) => a - b);
  return heights[heights.length >> 1] ?? 0;
}

/** A sign with its part of the row of digits beside it: however low it lies, its label stands among theirs. */
function placed(
  { sign, box, after }: BoxedSign,
  digits: readonly { readonly box: Box }[],
): { readonly sign: Sign; readonly box: Box; readonly row: Box } {
  const beside = digits.slice(Math.max(0, after - 1), after + 1).map((digit) => digit.box);
  const tops = beside.map(({ y }) => y);
  const bottom = Math.max(box.y + box.height, ...beside.map(({ y, height }) => y + height));
  const top = tops.length === 0 ? box.y : tops.reduce((sum, y) => sum + y, 0) / tops.length;
  return { sign, box, row: { ...box, y: top, height: bottom - top } };
}

/** The room that a mark's neighbours leave for its labels, in pixels. */
function roomAround(
  box: Box,
  marks: readonly { readonly box: Box }[],
): { readonly beside: number; readonly above: number; readonly below: number } {
  let [beside, above, below] = [Infinity, Infinity, Infinity];
  for (const { box: other } of marks) {
    const apart = Math.abs(other.x + other.width / 2 - box.x - box.width / 2);
    const [over, under] = [box.y - other.y - other.height, other.y - box.y - box.height];
    if (over < 0 && under < 0) {
      if (apart > 0) beside = Math.min(beside, 0.8 * apart);
    } else if (apart < (box.width + other.width) / 2 + 0.8 * box.height) {
      if (over >= 0) above = Math.min(above, over);
      else below = Math.min(below, under);
    }
  }
  return { beside, above, below };
}
