/** Writing without the rules, tables and boxes that it was written in.
 *
 * @module
 */
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
 *
 * @example
 * ```ts
 * import { strictEqual } from "node:assert";
 * import { inkImage } from "@lib/image/ink_image.ts";
 * import { drawLine } from "@lib/image/draw_line.ts";
 * import { erasePrint } from "@lib/preprocess/ink/erase_print.ts";
 * const page = inkImage(200, 80);
 * drawLine(page, [100, 20], [100, 50], 4);
 * drawLine(page, [0, 70], [199, 70], 2);
 * const left = erasePrint(page).pixels;
 * strictEqual(left[30 * 200 + 100], 255); // the stroke
 * strictEqual(left[70 * 200 + 20], 0); // not the rule
 * ```
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
