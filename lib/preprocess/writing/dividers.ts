import type { Component } from "../../image/connected_components.ts";
import { evidenceLimits as limits } from "./rule_limits.ts";
import { ends, middleAt, type Rule, ruleBox } from "./rule.ts";
import type { RuledPage } from "./ruled_page.ts";

/** Bars that part the places of a comb field: alone, upright, as long as each other, and longer than the digits
 * between them; or at one pitch, and finer than the digits, higher or lower than they are, or cut at both edges
 * of the picture; or cut there, and finer. With them go those at their pitch that a digit touches. One alone is
 * much longer than the digits, or fine and plumb beside them. Where nothing is written, several at one pitch are
 * a comb; so are those that stand on a foot, which is then found with them.
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
  const alone = [...rules.keys()].filter((i) => {
    const { isUpright, length, thickness } = rules[i];
    return isUpright && owners[i].share >= limits.alone && length >= limits.slender * thickness;
  });
  const bars = alone.filter((i) => !printed.has(i));
  const isBar = new Set(alone.map((i) => owners[i].mark));
  const touched = alone.length < 2 ? [] : [...rules.keys()].filter((i) => {
    return !printed.has(i) && !isBar.has(owners[i].mark) && isTouched(i, alone, rules);
  });
  const isTouching = new Set(touched.map((i) => owners[i].mark));
  const free = bars.filter((i) => {
    const { length, thickness } = rules[i];
    const [top, bottom] = ends(rules[i]);
    const isCut = isCutOff(rules[i], ink);
    // A 1 that is as high does not touch both edges.
    const alike = bars.filter((k) => {
      return areAlike(rules[i], rules[k]) && (!isCut || isCutOff(rules[k], ink));
    });
    const beside = marks.filter((mark) => {
      const shared = Math.min(bottom + 1, mark.y + mark.height) - Math.max(top, mark.y);
      return !isBar.has(mark) && !isTouching.has(mark) &&
        shared > 0.5 * Math.min(mark.height, length) &&
        mark.height >= limits.writing * length;
    });
    const isEven = isAtPitch(alike, rules);
    if (beside.length === 0) return isEven && alike.length >= limits.leastBars;
    const tallest = Math.max(...beside.map(({ height }) => height));
    if (alike.length === 1) {
      return length >= limits.longerBar * tallest ||
        thickness <= limits.fine * stroke() && isPlumb(rules[i], thickness) &&
          isOutside(rules[i], beside);
    }
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
    const isFine = thickness <= limits.fine * stroke();
    if (isCut && parts && (isFine || alike.every((k) => isPlumb(rules[k], thickness)))) return true;
    return isEven && alike.length >= limits.leastEven &&
      (isCut || isFine || parts && beside.filter(isShifted).length >= most);
  });
  const isFree = new Set([...printed, ...free]);
  const joined = touched.filter((i) => isTouched(i, alone.filter((k) => isFree.has(k)), rules));
  return [...free, ...joined, ...rules.flatMap((_, foot) => teethOn(foot, rules))];
}

/** Whether a bar stands beside all other marks, and reaches well past them both above and below, as the side of a
 * field does of which the rest was cut off. */
function isOutside(bar: Rule, marks: readonly Component[]): boolean {
  const [top, bottom] = ends(bar);
  const x = middleOf(bar);
  const past = limits.pastOutside * bar.length;
  return (marks.every((mark) => mark.x > x) || marks.every((mark) => mark.x + mark.width < x)) &&
    marks.every(({ y, height }) => y - top >= past && bottom + 1 - y - height >= past);
}

/** Whether a bar runs off the picture at both ends. */
function isCutOff(bar: Rule, { height }: RuledPage["ink"]): boolean {
  const [top, bottom] = ends(bar);
  return top === 0 && bottom === height - 1;
}

/** Whether a bar is plumb, and as thick as another: by hand, few strokes are. */
function isPlumb(bar: Rule, thickness: number): boolean {
  return ruleBox(bar).width <= bar.thickness + 1 && Math.abs(bar.thickness - thickness) <= 1;
}

/** Whether two bars begin and end at the same rows, or nearly so. */
function areAlike(one: Rule, other: Rule): boolean {
  const most = limits.alike * one.length;
  const [from, to] = [ends(one), ends(other)];
  return from.every((end, k) => Math.abs(end - to[k]) <= most);
}

/** Whether a rule is one of several bars, at their pitch, that a digit touches. */
function isTouched(i: number, bars: readonly number[], rules: readonly Rule[]): boolean {
  const { isUpright, length, thickness } = rules[i];
  if (!isUpright || length < limits.slender * thickness) return false;
  const alike = bars.filter((k) => areAlike(rules[i], rules[k]));
  return alike.length >= 2 && isAtPitch([i, ...alike], rules);
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
