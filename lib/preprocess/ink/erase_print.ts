import { connectedComponents } from "../../image/connected_components.ts";
import { eraseFrames } from "./erase_frames.ts";
import { removeRules } from "./remove_rules.ts";
import { writingHeight } from "./writing_height.ts";
import { printLimits } from "./print_limits.ts";
import type { InkImage } from "../../image/ink_image.ts";

/** Erases what was printed for writing in or on: ruled lines, tables, underlines, boxes around
 * digits. Strokes that cross them stay whole.
 *
 * How long a rule is at least depends on the height of the writing, and that is measured on what is
 * left without the longest straight lines.
 */
export function erasePrint(ink: InkImage): InkImage {
  const { width, height } = ink;
  const limits = printLimits;
  if (strokesAcross(ink) > limits.mostStrokes) return ink;
  const coarse = removeRules(ink, {
    horizontal: Math.max(limits.coarseLength, limits.coarseWidth * width),
    vertical: Math.max(limits.coarseLength, limits.coarseHeight * height),
    thickness: Math.max(
      limits.leastThickness,
      limits.coarseThickness * Math.min(width, height),
    ),
  });
  const left = heightOf(coarse);
  const writing = left > 0 ? left : heightOf(ink);
  if (writing === 0) return ink;
  const length = Math.max(limits.leastRuleLength, limits.ruleLength * writing);
  const thickness = Math.max(limits.leastThickness, limits.ruleThickness * writing);
  const free = removeRules(ink, {
    horizontal: limits.horizontalFactor * length,
    vertical: length,
    side: limits.leastSide * writing,
    thickness,
  });
  return eraseFrames(free, limits.leastLink);
}

/** How many strokes a column crosses, on average. */
function strokesAcross({ width, pixels }: InkImage): number {
  let starts = 0;
  for (let i = width; i < pixels.length; i++) {
    if (pixels[i] >= printLimits.leastLink && pixels[i - width] < printLimits.leastLink) starts++;
  }
  return starts / width;
}

function heightOf(ink: InkImage): number {
  const { components } = connectedComponents(ink, printLimits.leastLink);
  return writingHeight(components);
}
