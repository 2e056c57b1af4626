import type { Box } from "../preprocess/box.ts";
import { connectedComponents } from "../preprocess/connected_components.ts";
import type { GreyImage } from "../preprocess/grey_image.ts";
import { crop } from "../preprocess/crop.ts";
import { digitParts } from "./digit_parts.ts";
import { joinParts, type PartGroup } from "./join_parts.ts";
import { textLines } from "./text_lines.ts";

/** One digit of a page, cut out. */
export interface DigitInk {
  /** Where it is on the page. */
  readonly box: Box;
  /** Its own ink; that of neighbours in the same box is left out. */
  readonly ink: GreyImage;
}

/** The faintest ink that connects two strokes. */
const leastLink = 48;

/** Signs lower than this part of their line are separators: full stops, commas, dashes. */
const separatorHeight = 0.4;

/** Finds the digits on a page of ink: its connected components, sorted into lines, the parts of
 * broken digits joined. Specks, rules and separators are left out. Touching digits stay together.
 *
 * @param ink 0 paper to 255 full stroke
 * @returns the lines from top to bottom, in each the digits from left to right; lines without a
 * digit are left out
 */
export function digitBoxes(ink: GreyImage): DigitInk[][] {
  const { labels, components } = connectedComponents(ink, leastLink);
  const { parts, height } = digitParts(components);
  return textLines(parts)
    .map((line) => joinParts(line).filter((group) => group.height >= separatorHeight * height))
    .filter((line) => line.length > 0)
    .map((line) => line.map((group) => cutOut(ink, labels, group)));
}

function cutOut(ink: GreyImage, labels: Int32Array, { parts, ...box }: PartGroup): DigitInk {
  const { x, y, width, height } = box;
  const digit = crop(ink, box);
  const own = new Set(parts.map(({ label }) => label));
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const label = labels[(y + row) * ink.width + x + column];
      // Ink too faint for a label is the soft edge of a stroke.
      if (label > 0 && !own.has(label)) digit.pixels[row * width + column] = 0;
    }
  }
  return { box: { x, y, width, height }, ink: digit };
}
