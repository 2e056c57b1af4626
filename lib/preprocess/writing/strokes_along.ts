import type { InkImage } from "../../image/ink_image.ts";
import { type Rule, type RuleGrid, ruleGrid, type Run } from "./rule.ts";
import { alongLimits as limits } from "./rule_limits.ts";

/** Finds where strokes lie along a rule: the foot of a 2, the bar of a 7. There is more ink in each of its columns
 * than the rule has by itself, all along the stroke; and where the stroke turns off the rule, it crosses it or
 * makes it far thicker.
 *
 * @returns runs of the rule that are also a stroke's
 */
export function strokesAlong(
  ink: InkImage,
  { runs, thickness, isUpright }: Rule,
): ReadonlySet<Run> {
  const grid = ruleGrid(ink, isUpright);
  const masses = runs.map((run) => massOf(ink.pixels, grid, run));
  const sorted = masses.toSorted((a, b) => a - b);
  const typical = sorted[sorted.length >> 1];
  // Strokes along the rule only ever add ink: the lower half tells how uneven it is by itself.
  const spread = typical - sorted[sorted.length >> 2];
  const least = limits.more * typical + limits.spreads * spread;
  const found = new Set<Run>();
  for (let first = 0; first < runs.length; first++) {
    if (masses[first] < least) continue;
    let last = first;
    while (last + 1 < runs.length && masses[last + 1] >= least && gapAfter(runs, last) === 0) {
      last++;
    }
    const isLong = last - first + 1 >= limits.leastLength * thickness;
    const turnsOff = gapAfter(runs, first - 1) > 0 || gapAfter(runs, last) > 0;
    if (isLong && turnsOff) { for (let i = first; i <= last; i++) found.add(runs[i]); }
    first = last;
  }
  return found;
}

/** How many columns a rule does not show behind one of its runs: a stroke crosses it there. */
function gapAfter(runs: readonly Run[], i: number): number {
  return i < 0 || i + 1 >= runs.length ? 0 : runs[i + 1].at - runs[i].at - 1;
}

/** The ink of a run with its soft edges. */
function massOf(
  pixels: Uint8Array,
  { across, along, breadth }: RuleGrid,
  { at, from, to }: Run,
): number {
  let sum = 0;
  const last = Math.min(breadth - 1, to + limits.edge);
  for (let y = Math.max(0, from - limits.edge); y <= last; y++) {
    sum += pixels[y * across + at * along];
  }
  return sum;
}
