import type { Rule } from "@lib/preprocess/writing/rule.ts";

type Point = readonly [x: number, y: number];

/** A straight rule from one place to another, two pixels thick. */
export function straightRule(from: Point, to: Point): Rule {
  const isUpright = Math.abs(to[1] - from[1]) > Math.abs(to[0] - from[0]);
  const [along, across] = isUpright ? [1, 0] : [0, 1];
  const [first, last] = [Math.round(from[along]), Math.round(to[along])];
  const slope = (to[across] - from[across]) / (to[along] - from[along]);
  const runs = Array.from({ length: last - first + 1 }, (_, i) => {
    const middle = Math.round(from[across] + slope * i);
    return { at: first + i, from: middle, to: middle + 1 };
  });
  return { isUpright, length: runs.length, thickness: 2, runs };
}

/** The rules of a grid: all upright ones, then all lying ones, from the left and from the top.
 *
 * @param xs columns of the upright rules on the plain sheet
 * @param ys rows of the lying rules on the plain sheet
 * @param seen where a place of the sheet lies on the picture; straight lines stay straight
 */
export function gridOfRules(
  xs: readonly number[],
  ys: readonly number[],
  seen: (x: number, y: number) => Point = (x, y) => [x, y],
): { readonly upright: Rule[]; readonly lying: Rule[] } {
  const [left, right, top, bottom] = [xs[0], xs.at(-1)!, ys[0], ys.at(-1)!];
  return {
    upright: xs.map((x) => straightRule(seen(x, top), seen(x, bottom))),
    lying: ys.map((y) => straightRule(seen(left, y), seen(right, y))),
  };
}
