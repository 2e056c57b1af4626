import type { Component, Components } from "../../image/connected_components.ts";
import type { InkImage } from "../../image/ink_image.ts";
import { dividers } from "./dividers.ts";
import { extendRules } from "./extend_rules.ts";
import { joinRules } from "./join_rules.ts";
import { printLimits } from "./print_limits.ts";
import { evidenceLimits as limits, ruleLimits } from "./rule_limits.ts";
import { ends, middleAt, type Rule, ruleBox, type Run } from "./rule.ts";
import { type RuledPage, ruledPage } from "./ruled_page.ts";
import { writingHeight } from "./writing_height.ts";

/** Finds printed lines that are not the sides of cells: ruled paper, underlines, the dividers of a comb
 * field, the edge of a cell. It takes evidence: that a line runs past the writing, that several lie parallel at
 * one pitch, or that it runs along the picture's edge. The stem of a lone digit has none of these, however much
 * of its picture it fills; and a stroke by itself in a cell is a 1, however like a bar it is.
 *
 * @param ink without the sides of cells
 * @param found the marks of the same ink
 * @param traced what `traceRules` found in it
 * @param cells those sides
 * @returns rules, put together from their pieces
 */
export function loneRules(
  ink: InkImage,
  found: Components,
  traced: readonly Rule[],
  cells: readonly Rule[] = [],
): Rule[] {
  if (traced.length === 0) return [];
  const page = ruledPage(ink, found, extendRules(ink, joinRules(traced)));
  const { rules } = page;
  if (rules.length === 0) return [];
  const printed = new Set<number>();
  rules.forEach((_, i) => {
    if (spansPage(i, page)) printed.add(i);
  });
  const marks = marksWithout(printed, page);
  const height = writingHeight(marks);
  rules.forEach((_, i) => {
    if (isLong(i, height, marks, page)) printed.add(i);
  });
  const others = [...dividers(printed, marks, page), ...atEdges(printed, marks, page)];
  for (const i of others) printed.add(i);
  return rules.filter((_, i) => printed.has(i) && !isAloneInCell(i, page, cells));
}

/** Whether an upright rule stands in a closed cell that has nothing else. */
function isAloneInCell(
  i: number,
  { marks: { components }, rules, owners }: RuledPage,
  cells: readonly Rule[],
): boolean {
  if (cells.length === 0 || !rules[i].isUpright) return false;
  const { x, y, width, height } = ruleBox(rules[i]);
  const beside = placesAt(cells, true, y + height / 2);
  const across = placesAt(cells, false, x + width / 2);
  const left = Math.max(...beside.filter((place) => place < x));
  const right = Math.min(...beside.filter((place) => place > x + width));
  const top = Math.max(...across.filter((place) => place < y));
  const bottom = Math.min(...across.filter((place) => place > y + height));
  if (![left, right, top, bottom].every(Number.isFinite)) return false;
  return components.every((mark) => {
    const [centreX, centreY] = [mark.x + mark.width / 2, mark.y + mark.height / 2];
    const isInside = centreX > left && centreX < right && centreY > top && centreY < bottom;
    return mark === owners[i].mark || !isInside || mark.height < limits.writing * height;
  });
}

/** Where the upright or the lying ones of some rules pass a row or a column. */
function placesAt(some: readonly Rule[], isUpright: boolean, at: number): number[] {
  return some.filter((rule) => {
    const [first, last] = ends(rule);
    return rule.isUpright === isUpright && first <= at && last >= at;
  }).map((rule) => middleAt(rule, at));
}

/** Whether a rule goes on past the writing at both ends, or runs off the picture there: beside its ends,
 * its mark has no other ink. What is far finer than the strokes need not.
 *
 * @param least how far beside its ends is looked at least, in pixels
 */
function runsPast(
  i: number,
  { ink, marks, rules, owners, stroke }: RuledPage,
  least = 0,
): boolean {
  const { runs, isUpright, thickness, length } = rules[i];
  if (thickness <= limits.fine * stroke()) return true;
  const { label } = owners[i].mark;
  const [size, breadth] = isUpright ? [ink.height, ink.width] : [ink.width, ink.height];
  const reach = Math.round(Math.max(least, limits.besideEnd * length));
  const isInk = (at: number, across: number): boolean => {
    return marks.labelAt(isUpright ? at * ink.width + across : across * ink.width + at) === label;
  };
  const isFree = ({ at, from, to }: Run): boolean => {
    if (Math.min(at, size - 1 - at) <= thickness) return true;
    const own = Math.ceil(thickness / 2) + 1;
    for (let k = Math.max(0, from - reach); k <= Math.min(breadth - 1, to + reach); k++) {
      if ((k < from - own || k > to + own) && isInk(at, k)) return false;
    }
    return to - from + 1 <=
      ruleLimits.strokeThickness * thickness + ruleLimits.strokeThicknessMargin;
  };
  const [first, last] = ends(rules[i]);
  const off = Math.max(thickness, limits.edge * size);
  if (first <= off && last >= size - 1 - off) return true;
  const end = Math.max(2, Math.round(limits.endPart * length));
  const isPast = (some: readonly Run[]): boolean => {
    return some.filter(isFree).length >= limits.freeShare * some.length;
  };
  return isPast(runs.slice(0, end)) && isPast(runs.slice(-end));
}

/** Across most of the page, and longer than its own mark is high, or one of several such. */
function spansPage(i: number, page: RuledPage): boolean {
  const { ink, rules, owners } = page;
  const rule = rules[i];
  if (rule.isUpright || rule.length < limits.pageWidth * ink.width) return false;
  if (rule.length >= limits.overHeight * owners[i].mark.height && runsPast(i, page)) return true;
  const parallels = rules.filter((other, k) => {
    return !other.isUpright && owners[k].mark === owners[i].mark &&
      other.length >= limits.pageWidth * ink.width;
  });
  return parallels.length >= limits.parallels;
}

/** What is left once print is off: the components of which rules are not the most part. */
function marksWithout(
  printed: ReadonlySet<number>,
  { marks: { components }, rules, owners }: RuledPage,
): Component[] {
  const shares = new Map<number, number>();
  rules.forEach((rule, i) => {
    const isThin = rule.length >= limits.slender * rule.thickness;
    const isAlone = owners[i].share >= limits.alone && isThin && !rule.isUpright;
    if (!printed.has(i) && !isAlone) return;
    const { label } = owners[i].mark;
    shares.set(label, (shares.get(label) ?? 0) + owners[i].share);
  });
  return components.filter(({ label }) => (shares.get(label) ?? 0) < limits.alone);
}

/** Longer than any stroke of writing of this height. */
function isLong(i: number, height: number, marks: readonly Component[], page: RuledPage): boolean {
  const { rules, owners } = page;
  const { isUpright, length, thickness } = rules[i];
  const others = marks.filter((mark) => {
    return mark !== owners[i].mark && mark.height >= limits.writing * height;
  });
  const own = owners[i].mark;
  // Of a lone mark, its own height is the measure, and no line in it is longer.
  const measure = others.length === 0 && own.height > height ? own.height : height;
  if (measure === 0) return false;
  if (isUpright && rules[i].runs.length < limits.unbroken * length) return false;
  const factor = printLimits.ruleLength * (isUpright ? 1 : printLimits.horizontalFactor);
  return length >= Math.max(printLimits.leastRuleLength, factor * measure) &&
    thickness <= Math.max(printLimits.lines.least, printLimits.ruleThickness * measure) &&
    runsPast(i, page, limits.besideHeight * measure);
}

/** Lines along an edge of the picture, where it was cut out of a form: as long as that edge, or longer
 * than what is written beside them. */
function atEdges(
  printed: ReadonlySet<number>,
  marks: readonly Component[],
  { ink, rules, owners }: RuledPage,
): number[] {
  return [...rules.keys()].filter((i) => {
    const rule = rules[i];
    if (printed.has(i) || rule.runs.length < limits.unbroken * rule.length) return false;
    const { x, y, width, height } = ruleBox(rule);
    const margin = limits.edge * Math.min(ink.width, ink.height) + rule.thickness;
    const [near, far, side] = rule.isUpright
      ? [x, ink.width - x - width, ink.height]
      : [y, ink.height - y - height, ink.width];
    if (Math.min(near, far) > margin || rule.length < limits.edgeLength * side) return false;
    const others = marks.filter((mark) => mark !== owners[i].mark);
    if (others.length === 0) return false;
    const tallest = Math.max(...others.map((mark) => mark.height));
    return rule.length >= limits.longerBars * tallest;
  });
}
