import { connectedComponents } from "../../image/connected_components.ts";
import { eraseFrames } from "./erase_frames.ts";
import { removeRules } from "./remove_rules.ts";
import { writingHeight } from "./writing_height.ts";
import type { InkImage } from "../../image/ink_image.ts";

/** The faintest ink that connects two strokes. */
const leastLink = 48;

/** A rule is longer than the writing is high by this factor; no stroke of a digit is. */
const ruleLength = 1.8;

/** The side of a cell is at least this part of the writing's height long. */
const leastSide = 0.8;

/** The thickest rule, as a part of the writing's height. */
const ruleThickness = 0.1;

/** A column of a page crosses fewer strokes on average; noise has no rules to erase. */
const mostStrokes = 150;

/** Erases what was printed for writing in or on: ruled lines, tables, underlines, boxes around
 * digits. Strokes that cross them stay whole.
 *
 * How long a rule is at least depends on the height of the writing, and that is measured on what is
 * left without the longest straight lines.
 *
 * @param ink 0 paper to 255 full stroke
 */
export function erasePrint(ink: InkImage): InkImage {
  const { width, height } = ink;
  if (strokesAcross(ink) > mostStrokes) return ink;
  const coarse = removeRules(ink, {
    horizontal: Math.max(30, 0.3 * width),
    vertical: Math.max(30, 0.4 * height),
    thickness: Math.max(4, 0.03 * Math.min(width, height)),
  });
  const left = heightOf(coarse);
  const writing = left > 0 ? left : heightOf(ink);
  if (writing === 0) return ink;
  const length = Math.max(20, ruleLength * writing);
  const thickness = Math.max(4, ruleThickness * writing);
  const free = removeRules(ink, {
    horizontal: 1.4 * length,
    vertical: length,
    side: leastSide * writing,
    thickness,
  });
  return eraseFrames(free, leastLink);
}

/** How many strokes a column crosses, on average. */
function strokesAcross({ width, pixels }: InkImage): number {
  let starts = 0;
  for (let i = width; i < pixels.length; i++) {
    if (pixels[i] >= leastLink && pixels[i - width] < leastLink) starts++;
  }
  return starts / width;
}

function heightOf(ink: InkImage): number {
  const { components } = connectedComponents(ink, leastLink);
  return writingHeight(components);
}
