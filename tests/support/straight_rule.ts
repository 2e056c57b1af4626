import type { Rule } from "@lib/preprocess/writing/rule.ts";

/** A rule as `traceRules` finds it: without gaps, its middle on a straight line.
 *
 * @param first and
 * @param last where it begins and ends along its direction
 * @param middle at its begin, and how far it moves from pixel to pixel */
export function straightRule(
  [first, last]: readonly [first: number, last: number],
  [middle, slope]: readonly [middle: number, slope: number],
  { thickness = 2, isUpright = false }: {
    readonly thickness?: number;
    readonly isUpright?: boolean;
  } = {},
): Rule {
  const length = last - first + 1;
  const runs = Array.from({ length }, (_, k) => {
    const from = Math.round(middle + slope * k - (thickness - 1) / 2);
    return { at: first + k, from, to: from + thickness - 1 };
  });
  return { isUpright, length, thickness, runs };
}
