import type { Components } from "../../image/connected_components.ts";
import type { InkImage } from "../../image/ink_image.ts";
import { printLimits as limits } from "./print_limits.ts";
import { ruleLimits } from "./rule_limits.ts";
import type { RuleCriteria } from "./trace_rules.ts";

/** What may be a rule on such a page.
 *
 * @param marks of the ink
 * @param thickness of the sides of cells, or of other lines
 */
export function ruleCriteria(
  { width, height }: InkImage,
  { components }: Components,
  { least, thickest }: typeof limits.sides | typeof limits.lines,
): RuleCriteria {
  const heights = components.map((mark) => mark.height)
    .filter((high) => high >= limits.leastMark).sort((a, b) => a - b);
  const typical = heights[heights.length >> 1] ?? 0;
  const thickness = Math.max(
    least,
    Math.min(limits.mostThickness, thickest * Math.min(width, height)),
  );
  return {
    least: ruleLimits.least,
    thickness,
    gap: limits.gap,
    length: Math.max(limits.leastRuleLength, limits.leastSide * typical),
  };
}
