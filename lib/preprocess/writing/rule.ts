import type { Box } from "../../image/box.ts";

/** A piece of a rule: the ink of one column of a horizontal rule, or of one row of an upright one. */
export interface Run {
  /** Column of a horizontal rule, row of an upright one. */
  readonly at: number;
  /** First and last row of a horizontal rule, column of an upright one. */
  readonly from: number;
  readonly to: number;
}

/** A long, thin, nearly straight stretch of ink. */
export interface Rule {
  readonly isUpright: boolean;
  /** From one end to the other, crossings and gaps included, in pixels. */
  readonly length: number;
  /** Of its typical run, in pixels. */
  readonly thickness: number;
  /** Its own ink, in order; where a stroke crosses it there is none. */
  readonly runs: readonly Run[];
}

/** How the pixels of an image lie around a rule: the pixel `y` across it and `at` along it is number
 * `y * across + at * along`. */
export interface RuleGrid {
  readonly across: number;
  readonly along: number;
  /** Pixels of the image across the rule. */
  readonly breadth: number;
}

/** The grid of rules of one direction. */
export function ruleGrid(
  { width, height }: Pick<Box, "width" | "height">,
  isUpright: boolean,
): RuleGrid {
  return isUpright
    ? { across: 1, along: width, breadth: width }
    : { across: width, along: 1, breadth: height };
}

/** Where a rule begins and ends along its direction. */
export function ends({ runs }: Rule): readonly [first: number, last: number] {
  return [runs[0].at, runs[runs.length - 1].at];
}

/** The middle of a rule across its direction, `at` along it; before its begin and after its end it goes
 * on as it began or ended. */
export function middleAt({ runs }: Rule, at: number): number {
  let [low, high] = [0, runs.length - 1];
  while (low < high) {
    const half = (low + high) >> 1;
    if (runs[half].at < at) low = half + 1;
    else high = half;
  }
  const { from, to } = runs[low];
  return (from + to) / 2;
}

/** The box of a rule's ink. */
export function ruleBox(rule: Rule): Box {
  const [first, last] = ends(rule);
  let [least, most] = [Infinity, -Infinity];
  for (const { from, to } of rule.runs) {
    least = Math.min(least, from);
    most = Math.max(most, to);
  }
  const [along, across] = [last - first + 1, most - least + 1];
  return rule.isUpright
    ? { x: least, y: first, width: across, height: along }
    : { x: first, y: least, width: along, height: across };
}
