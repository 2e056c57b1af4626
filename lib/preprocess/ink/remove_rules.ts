/** Straight lines longer than any stroke, taken off.
 *
 * @module
 */
import { type Rule, type Run, traceRules } from "./trace_rules.ts";
import { transpose } from "../../image/transpose.ts";
import { ruleLimits } from "./print_limits.ts";
import { type InkImage, inkImage } from "../../image/ink_image.ts";

/** Which rules are erased, in pixels. */
export interface RuleSizes {
  /** The shortest horizontal rule. */
  readonly horizontal: number;
  /** The shortest vertical rule. */
  readonly vertical: number;
  /** The shortest vertical rule that runs from one horizontal rule to the next: the side of a cell. */
  readonly side?: number;
  /** The thickest rule. */
  readonly thickness: number;
}

/** Erases ruled lines, table and box borders, and printed underlines; strokes that cross them stay
 * whole. Vertical rules are those of the transposed image.
 *
 * @example
 * ```ts
 * import { strictEqual } from "node:assert";
 * import { drawLine } from "@lib/image/draw_line.ts";
 * import { inkImage } from "@lib/image/ink_image.ts";
 * import { removeRules } from "@lib/preprocess/ink/remove_rules.ts";
 * const page = inkImage(200, 40);
 * drawLine(page, [0, 20], [199, 20], 2);
 * const { pixels } = removeRules(page, { horizontal: 100, vertical: 30, thickness: 4 });
 * strictEqual(Math.max(...pixels), 0);
 * ```
 */
export function removeRules(
  ink: InkImage,
  { horizontal, vertical, side = vertical, thickness }: RuleSizes,
): InkImage {
  const { least } = ruleLimits;
  const gap = Math.max(ruleLimits.gap, Math.round(thickness));
  const lines = traceRules(ink, { least, thickness, gap, length: horizontal });
  const without = erase(ink, lines);
  const turned = transpose(without);
  const length = Math.min(side, vertical);
  const found = traceRules(turned, { least, thickness, gap, length });
  const rules = found.filter((rule) => rule.length >= vertical || isSide(rule, lines));
  return rules.length === 0 ? without : transpose(erase(turned, rules));
}

/** Whether a vertical rule ends at horizontal ones, and is not thicker than they are. */
function isSide({ runs, thickness }: Rule, lines: readonly Rule[]): boolean {
  const limits = ruleLimits;
  return [runs[0], runs[runs.length - 1]].every((end) => {
    // The rule was traced on the transposed image: x and y have changed places.
    const [x, y] = [(end.top + end.bottom) / 2, end.x];
    return lines.some((line) => {
      if (thickness > limits.sideThickness * line.thickness + limits.sideThicknessMargin) {
        return false;
      }
      const near = line.runs.find((run) => Math.abs(run.x - x) <= thickness + limits.sideAside);
      return near !== undefined &&
        Math.abs((near.top + near.bottom) / 2 - y) <=
          limits.sideEndPart * line.thickness + limits.sideEndMargin;
    });
  });
}

/** Clears the runs of each rule with their soft edges. A run much thicker or stronger than its
 * rule is a stroke that runs along it. */
function erase(ink: InkImage, rules: readonly Rule[]): InkImage {
  if (rules.length === 0) return ink;
  const { width, height } = ink;
  const pixels = ink.pixels.slice();
  for (const { runs, thickness } of rules) {
    const most = ruleLimits.strokeThickness * thickness + ruleLimits.strokeThicknessMargin;
    const darkest = typicalLevel(ink, runs) + ruleLimits.darker;
    for (const { x, top, bottom } of runs) {
      if (bottom - top + 1 > most || peak(ink, x, top, bottom) > darkest) continue;
      for (let y = top; y <= bottom; y++) pixels[y * width + x] = 0;
      for (let y = top - 1; y >= 0 && isEdge(pixels, y * width + x, -width); y--) {
        pixels[y * width + x] = 0;
      }
      for (let y = bottom + 1; y < height && isEdge(pixels, y * width + x, width); y++) {
        pixels[y * width + x] = 0;
      }
    }
  }
  return inkImage(width, height, pixels);
}

function typicalLevel(ink: InkImage, runs: readonly Run[]): number {
  const levels = runs.map(({ x, top, bottom }) => peak(ink, x, top, bottom)).sort((a, b) => a - b);
  return levels[levels.length >> 1];
}

function peak({ width, pixels }: InkImage, x: number, top: number, bottom: number): number {
  let most = 0;
  for (let y = top; y <= bottom; y++) most = Math.max(most, pixels[y * width + x]);
  return most;
}

/** Faint, and fading away from the rule. */
function isEdge(pixels: Uint8Array, at: number, step: number): boolean {
  return pixels[at] > 0 && pixels[at] < ruleLimits.least && (pixels[at + step] ?? 0) <= pixels[at];
}
