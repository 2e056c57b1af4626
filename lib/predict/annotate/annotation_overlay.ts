import type { Box } from "../../image/box.ts";
import { strokeText, strokeTextWidth } from "./stroke_text.ts";

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

/** A digit on a picture. */
export interface BoxedDigit {
  readonly digit: number;
  /** 0 to 1. */
  readonly confidence: number;
  readonly box: Box;
}

/** Digits that the model is less sure of are drawn in the other colour. */
const sure = 0.9;

// Okabe and Ito's blue and vermilion, told apart by the colour-blind.
const [sureColour, unsureColour] = ["#0072b2", "#d55e00"];

/** Draws what was read: a box around each digit, the digit above it, its confidence below.
 *
 * The labels are as large as the digits allow: whoever sees a digit can read its label.
 *
 * @param size of the picture, in pixels
 * @param digits with boxes in its pixels
 */
export function annotationOverlay(
  size: { readonly width: number; readonly height: number },
  digits: readonly BoxedDigit[],
): Overlay {
  const heights = digits.map(({ box }) => box.height).sort((a, b) => a - b);
  const unit = Math.max(20, heights[heights.length >> 1] ?? 0);
  const line = Math.max(1.5, unit / 32);
  const labels = digits.map((item) => {
    const { beside, above, below } = roomAround(item.box, digits);
    const text = `${Math.floor(100 * item.confidence + 1e-6)}%`;
    const large = Math.max(0.2 * unit, Math.min(0.42 * unit, 0.4 * above, beside));
    const fitting = beside / strokeTextWidth(text);
    const small = Math.max(0.12 * unit, Math.min(0.24 * unit, 0.24 * below, fitting));
    const tags = [
      tag(String(item.digit), item.box, large, "above"),
      tag(text, item.box, small, "below"),
    ];
    return { item, tags };
  });
  const edges = labels.flatMap(({ tags }) => tags);
  const room = {
    left: Math.ceil(Math.max(0, ...edges.map(({ x }) => -x))),
    top: Math.ceil(Math.max(0, ...edges.map(({ y }) => -y))),
    right: Math.ceil(Math.max(0, ...edges.map(({ x, width }) => x + width - size.width))),
    bottom: Math.ceil(Math.max(0, ...edges.map(({ y, height }) => y + height - size.height))),
  };
  const drawn = labels.map(({ item: { box, confidence }, tags }) => {
    const colour = confidence < sure ? unsureColour : sureColour;
    const frame = `x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}"`;
    // A bright rim, for dark grounds.
    return `<rect ${frame} fill="none" stroke="#fff" stroke-opacity=".6" stroke-width="${
      2 * line
    }"/>` +
      `<rect ${frame} fill="none" stroke="${colour}" stroke-width="${line}"/>` +
      tags.map((each) => drawTag(each, colour)).join("");
  });
  const [width, height] = [
    size.width + room.left + room.right,
    size.height + room.top + room.bottom,
  ];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">` +
    `<g transform="translate(${room.left} ${room.top})">${drawn.join("")}</g></svg>`;
  return { svg, room };
}

interface Tag extends Box {
  readonly text: string;
  /** Height of its characters. */
  readonly letter: number;
}

function tag(text: string, box: Box, letter: number, side: "above" | "below"): Tag {
  const [width, height] = [letter * (strokeTextWidth(text) + 0.5), letter * 1.5];
  const x = box.x + (box.width - width) / 2;
  const y = side === "above" ? box.y - height : box.y + box.height;
  return { x, y, width, height, text, letter };
}

function drawTag({ x, y, width, height, text, letter }: Tag, colour: string): string {
  const place = { x: x + letter / 4, y: y + letter / 4, height: letter, colour: "#fff" };
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${letter / 6}" ` +
    `fill="${colour}"/>${strokeText(text, place)}`;
}

/** The room that a digit's neighbours leave for its labels, in pixels. */
function roomAround(
  box: Box,
  digits: readonly BoxedDigit[],
): { readonly beside: number; readonly above: number; readonly below: number } {
  let [beside, above, below] = [Infinity, Infinity, Infinity];
  for (const { box: other } of digits) {
    const apart = Math.abs(other.x + other.width / 2 - box.x - box.width / 2);
    const [over, under] = [box.y - other.y - other.height, other.y - box.y - box.height];
    if (over < 0 && under < 0) {
      if (apart > 0) beside = Math.min(beside, 0.8 * apart);
    } else if (apart < (box.width + other.width) / 2 + 0.3 * box.height) {
      if (over >= 0) above = Math.min(above, over);
      else below = Math.min(below, under);
    }
  }
  return { beside, above, below };
}
