/** What an annotation is drawn of: frames and labels, as SVG.
 *
 * @module
 */
import type { Box } from "../../image/box.ts";
import { strokeText, strokeTextWidth } from "./stroke_text.ts";

/** A label on a ground of its own. */
export interface Tag extends Box {
  readonly text: string;
  /** Height of its characters, in pixels. */
  readonly letter: number;
}

/** Puts a label above or below a box, in its middle. */
export function tag(text: string, box: Box, letter: number, side: "above" | "below"): Tag {
  const [width, height] = [letter * (strokeTextWidth(text) + 0.5), letter * 1.5];
  const x = box.x + (box.width - width) / 2;
  const y = side === "above" ? box.y - height : box.y + box.height;
  return { x, y, width, height, text, letter };
}

/** Draws a label in white on a colour. */
export function drawTag({ x, y, width, height, text, letter }: Tag, colour: string): string {
  const place = { x: x + letter / 4, y: y + letter / 4, height: letter, colour: "#fff" };
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${letter / 6}" ` +
    `fill="${colour}"/>${strokeText(text, place)}`;
}

/** Draws a box with a bright rim, for dark grounds.
 *
 * @param line in pixels
 */
export function frame(box: Box, colour: string, line: number): string {
  return stroke(box, `stroke="#fff" stroke-opacity=".6" stroke-width="${2 * line}"`) +
    stroke(box, `stroke="${colour}" stroke-width="${line}"`);
}

/** Draws a box in dashes with a bright rim.
 *
 * @param line in pixels
 */
export function dashedFrame(box: Box, colour: string, line: number): string {
  const dashes = `stroke-dasharray="${5 * line} ${3 * line}"`;
  return stroke(box, `stroke="#fff" stroke-opacity=".6" stroke-width="${2 * line}" ${dashes}`) +
    stroke(box, `stroke="${colour}" stroke-width="${line}" ${dashes}`);
}

function stroke({ x, y, width, height }: Box, pen: string): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="none" ${pen}/>`;
}
