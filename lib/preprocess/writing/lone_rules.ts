import type { Component, Components } from "../../image/connected_components.ts";
import type { InkImage } from "../../image/ink_image.ts";
import { strokeWidth } from "../../image/stroke_width.ts";
import { eraseRules } from "./erase_rules.ts";
import { joinRules } from "./join_rules.ts";
import { printLimits } from "./print_limits.ts";
import { evidenceLimits as limits, ruleLimits } from "./rule_limits.ts";
import { ends, middleAt, type Rule, ruleBox, type Run } from "./rule.ts";
import { writingHeight } from "./writing_height.ts";

/** Finds printed lines that are not the sides of cells: ruled paper, underlines, the dividers of a comb
 * field, the edge of a cell. It takes evidence: that a line runs past the writing, that several lie parallel at
 * one pitch, or that it runs along the picture's edge. The stem of a lone digit has none of these, however much
 * of its picture it fills.
 *
 * @param ink without the sides of cells
 * @param marks of the same ink
 * @param traced what `traceRules` found in it
 * @returns rules, put together from their pieces
 */
export function loneRules(
  ink: InkImage,
  { labels, components }: Components,
  traced: readonly Rule[],
): Rule[] {
  const owned = joinRules(traced).flatMap((rule) => {
    const owner = ownerOf(rule, ink, labels, components);
    return owner === undefined ? [] : [{ rule, owner }];
  });
  if (owned.length === 0) return [];
  const rules = owned.map(({ rule }) => rule);
  const owners = owned.map(({ owner }) => owner);
  const page: Page = { ink, labels, rules, owners, stroke: once(() => strokeOf(ink, rules)) };
  const printed = new Set<number>();
  rules.forEach((_, i) => {
    if (spansPage(i, page)) printed.add(i);
  });
  const marks = marksWithout(printed, page, components);
  const height = writingHeight(marks);
  rules.forEach((_, i) => {
    if (isLong(i, height, marks, page)) printed.add(i);
  });
  const others = [...dividers(printed, marks, page), ...atEdges(printed, marks, page)];
  for (const i of others) printed.add(i);
  return rules.filter((_, i) => printed.has(i));
}

/** The width of the strokes beside what may be rules, in pixels as that of rules is told: with a half of
 * the soft edge on each side. */
function strokeOf(ink: InkImage, rules: readonly Rule[]): number {
  return 1 + strokeWidth(eraseRules(ink, rules.filter(({ isUpright }) => !isUpright)));
}

/** Asks no earlier than needed, and not again. */
function once(find: () => number): () => number {
  let found: number | undefined;
  return () => found ??= find();
}

/** A rule's own component, and how much of that component's ink it is, 0 to 1. */
interface Owner {
  readonly mark: Component;
  readonly share: number;
}

interface Page {
  readonly ink: InkImage;
  readonly labels: Int32Array;
  /** Gives the width of its strokes, in pixels. */
  readonly stroke: () => number;
  readonly rules: readonly Rule[];
  readonly owners: readonly Owner[];
}

function ownerOf(
  rule: Rule,
  ink: InkImage,
  labels: Int32Array,
  components: readonly Component[],
): Owner | undefined {
  const counts = new Map<number, number>();
  let area = 0;
  for (const { at, from, to } of rule.runs) {
    const middle = (from + to) >> 1;
    const label = labels[rule.isUpright ? at * ink.width + middle : middle * ink.width + at];
    counts.set(label, (counts.get(label) ?? 0) + 1);
    area += to - from + 1;
  }
  counts.delete(0); // too faint for a mark
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  if (most === undefined) return undefined;
  const mark = components[most[0] - 1];
  return { mark, share: area / mark.area };
}

/** Whether a rule goes on past the writing at both ends, or runs off the picture there: beside its ends,
 * its mark has no other ink. What is far finer than the strokes need not.
 *
 * @param least how far beside its ends is looked at least, in pixels
 */
function runsPast(
  i: number,
  { ink, labels, rules, owners, stroke }: Page,
  least = 0,
): boolean {
  const { runs, isUpright, thickness, length } = rules[i];
  if (thickness <= limits.fine * stroke()) return true;
  const { label } = owners[i].mark;
  const [size, breadth] = isUpright ? [ink.height, ink.width] : [ink.width, ink.height];
  const reach = Math.round(Math.max(least, limits.besideEnd * length));
  const isInk = (at: number, across: number): boolean => {
    return labels[isUpright ? at * ink.width + across : across * ink.width + at] === label;
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
function spansPage(i: number, page: Page): boolean {
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
  { rules, owners }: Page,
  components: readonly Component[],
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
function isLong(i: number, height: number, marks: readonly Component[], page: Page): boolean {
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

/** Bars that part the places of a comb field: alone, upright, as long as each other, and longer than the digits
 * between them; or at one pitch, and finer than the digits, higher or lower than they are, or cut at both edges of the picture. Where nothing is
 * written, several at one pitch are a comb. */
function dividers(
  printed: ReadonlySet<number>,
  marks: readonly Component[],
  { ink, rules, owners, stroke }: Page,
): number[] {
  const bars = [...rules.keys()].filter((i) => {
    const { isUpright, length, thickness } = rules[i];
    return isUpright && !printed.has(i) && owners[i].share >= limits.alone &&
      length >= limits.slender * thickness;
  });
  const isBar = new Set(bars.map((i) => owners[i].mark));
  return bars.filter((i) => {
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
    if (length >= limits.longerBars * tallest) return true;
    const most = limits.mostBeside * beside.length;
    const past = limits.pastBoth * length;
    const within = ({ y, height }: Component): boolean => {
      return y - top >= past && bottom + 1 - y - height >= past;
    };
    if (beside.filter(within).length >= most) return true;
    const isShifted = ({ y, height }: Component): boolean => {
      return Math.max(Math.abs(y - top), Math.abs(bottom + 1 - y - height)) >=
        limits.shifted * length;
    };
    const isCut = top === 0 && bottom === ink.height - 1;
    return isEven && alike.length >= limits.leastEven &&
      (isCut || thickness <= limits.fine * stroke() || beside.filter(isShifted).length >= most);
  });
}

/** Whether bars stand at one pitch; some of them may be missing. */
function isAtPitch(bars: readonly number[], rules: readonly Rule[]): boolean {
  const places = bars.map((i) => middleAt(rules[i], ends(rules[i])[0])).sort((a, b) => a - b);
  const gaps = places.slice(1).map((place, k) => place - places[k]);
  const pitch = Math.min(...gaps);
  return gaps.every((gap) => {
    return Math.abs(gap - Math.round(gap / pitch) * pitch) <= limits.pitch * pitch;
  });
}

/** Lines along an edge of the picture, where it was cut out of a form: as long as that edge, or longer
 * than what is written beside them. */
function atEdges(
  printed: ReadonlySet<number>,
  marks: readonly Component[],
  { ink, rules, owners }: Page,
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
