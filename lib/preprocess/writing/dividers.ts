import type { Component } from "../../image/connected_components.ts";
import { evidenceLimits as limits } from "./rule_limits.ts";
import { ends, middleAt, type Rule } from "./rule.ts";
import type { RuledPage } from "./ruled_page.ts";

/** Bars that part the places of a comb field: alone, upright, as long as each other, and longer than the digits
 * between them; or at one pitch, and finer than the digits, higher or lower than they are, or cut at both edges
 * of the picture. Where nothing is written, several at one pitch are a comb; so are those that stand on a foot,
 * which is then found with them.
 *
 * @param printed places of rules that are known to be print
 * @param marks what is left without these
 * @returns places of rules
 */
export function dividers(
  printed: ReadonlySet<number>,
  marks: readonly Component[],
  { ink, rules, owners, stroke }: RuledPage,
): number[] {
  const bars = [...rules.keys()].filter((i) => {
    const { isUpright, length, thickness } = rules[i];
    return isUpright && !printed.has(i) && owners[i].share >= limits.alone &&
      length >= limits.slender * thickness;
  });
  const isBar = new Set(bars.map((i) => owners[i].mark));
  const free = bars.filter((i) => {
    const { length, thickness } = rules[i];
    const [top, bottom] = ends(rules[i]);
    const alike = bars.filter((k) => {
      const [otherTop, otherBottom] = ends(rules[k]);
      const most = limits.alike * length;
      return Math.abs(otherTop - top) <= most && Math.abs(otherBottom - bottom) <= most;
    });
    const beside = marks.filter((mark) => {
      const shared = Math.min(bottom + 1, mark.y + mark.height) - Math.max(top, mark.y);
      return !isBar.has(mark) && shared > 0.5 * Math.min(mark.height, length) &&
        mark.height >= limits.writing * length;
    });
    const isEven = isAtPitch(alike, rules);
    if (beside.length === 0) return isEven && alike.length >= limits.leastBars;
    const tallest = Math.max(...beside.map(({ height }) => height));
    if (alike.length === 1) return length >= limits.longerBar * tallest;
    const parts = partsWriting(alike.map((k) => middleOf(rules[k])), beside);
    if (length >= limits.longerBars * tallest) return parts;
    const most = limits.mostBeside * beside.length;
    const past = limits.pastBoth * length;
    const within = ({ y, height }: Component): boolean => {
      return y - top >= past && bottom + 1 - y - height >= past;
    };
    if (beside.filter(within).length >= most) return parts;
    const isShifted = ({ y, height }: Component): boolean => {
      return Math.max(Math.abs(y - top), Math.abs(bottom + 1 - y - height)) >=
        limits.shifted * length;
    };
    const isCut = top === 0 && bottom === ink.height - 1;
    return isEven && alike.length >= limits.leastEven &&
      (isCut || thickness <= limits.fine * stroke() ||
        parts && beside.filter(isShifted).length >= most);
  });
  return [...free, ...rules.flatMap((_, foot) => teethOn(foot, rules))];
}

/** A foot from the first to the last of several bars that stand on it, as thick and as high as each other and at
 * one pitch; nothing where it is none. Ones that are written on a rule neither end it nor are so even.
 *
 * @returns places of the bars and of the foot
 */
function teethOn(foot: number, rules: readonly Rule[]): number[] {
  const { isUpright, thickness } = rules[foot];
  if (isUpright) return [];
  const [left, right] = ends(rules[foot]);
  const near = thickness + limits.toothMargin;
  const standing = [...rules.keys()].filter((i) => {
    if (!rules[i].isUpright || Math.abs(rules[i].thickness - thickness) > limits.toothMargin) {
      return false;
    }
    const [, bottom] = ends(rules[i]);
    const x = middleAt(rules[i], bottom);
    return x >= left - near && x <= right + near &&
      Math.abs(bottom - middleAt(rules[foot], x)) <= near;
  });
  const heights = standing.map((i) => rules[i].length).sort((a, b) => a - b);
  const typical = heights[heights.length >> 1];
  const teeth = standing.filter((i) => {
    return Math.abs(rules[i].length - typical) <= limits.alike * typical + limits.toothMargin;
  });
  if (teeth.length < limits.leastEven || !isAtPitch(teeth, rules)) return [];
  const places = teeth.map((i) => middleAt(rules[i], ends(rules[i])[1]));
  const isFoot = Math.abs(Math.min(...places) - left) <= near &&
    Math.abs(Math.max(...places) - right) <= near;
  return isFoot ? [...teeth, foot] : [];
}

/** Whether bars stand at one pitch; some of them may be missing. */
function isAtPitch(bars: readonly number[], rules: readonly Rule[]): boolean {
  const places = bars.map((i) => middleOf(rules[i])).sort((a, b) => a - b);
  const gaps = places.slice(1).map((place, k) => place - places[k]);
  const pitch = Math.min(...gaps);
  return gaps.every((gap) => {
    return Math.abs(gap - Math.round(gap / pitch) * pitch) <= limits.pitch * pitch;
  });
}

/** The column of a bar, at its top. */
function middleOf(bar: Rule): number {
  return middleAt(bar, ends(bar)[0]);
}

/** Whether marks stand between bars as digits do in the places of a comb: there is one, and in no place are there
 * several beside each other, nor a mark as wide as several. Ones beside other digits part nothing. */
function partsWriting(bars: readonly number[], marks: readonly Component[]): boolean {
  const inPlaces = Map.groupBy(marks, ({ x, width }) => {
    return bars.filter((bar) => bar < x + width / 2).length;
  });
  const inner = [...inPlaces].filter(([place]) => place > 0 && place < bars.length)
    .map(([, some]) => some);
  const isOne = (some: readonly Component[]): boolean => {
    const shared = Math.min(...some.map(({ x, width }) => x + width)) -
      Math.max(...some.map(({ x }) => x));
    return shared > 0 && some.every(({ width, height }) => width <= limits.widestInPlace * height);
  };
  return inner.length > 0 && inner.every(isOne);
}
