import type { InkImage } from "../../image/ink_image.ts";
import { lineThrough } from "./line_through.ts";
import { extendLimits as limits, ruleLimits, traceLimits } from "./rule_limits.ts";
import { type Rule, type Run } from "./rule.ts";

/** Follows lying rules on beyond their ends, where the trace lost them: a foot or a bar lay along the rule and
 * pulled the trace away, or what came behind a stroke was too short to be a rule by itself. The line of the rule
 * tells where it goes on, as long as there is ink on it.
 *
 * @param rules of one direction or both
 * @returns rules as long as they are, without the pieces that a longer one took in
 */
export function extendRules(ink: InkImage, rules: readonly Rule[]): Rule[] {
  const lying = rules.filter(({ isUpright }) => !isUpright).sort((a, b) => b.length - a.length);
  const extended: Rule[] = [];
  for (const rule of lying) {
    if (extended.some((longer) => isPieceOf(rule, longer))) continue;
    extended.push(goOn(ink, goOn(ink, rule, -1), 1));
  }
  return [...extended, ...rules.filter(({ isUpright }) => isUpright)];
}

/** Whether most of a rule's runs are also another one's. The runs of both are in order. */
function isPieceOf({ runs }: Rule, { runs: others }: Rule): boolean {
  let [shared, next] = [0, 0];
  for (const run of runs) {
    while (next < others.length && others[next].at < run.at) next++;
    if (next === others.length) break;
    const other = others[next];
    if (other.at === run.at && other.from <= run.to && run.from <= other.to) shared++;
  }
  return 2 * shared > runs.length;
}

/** A rule with what lies beyond its last column, or before its first one.
 *
 * @param step 1 to the right, -1 to the left
 */
function goOn(ink: InkImage, rule: Rule, step: 1 | -1): Rule {
  const runs = step > 0 ? rule.runs : rule.runs.toReversed(); // as they are met
  const { thickness } = rule;
  const tail = Math.max(2, Math.round(limits.tail * runs.length));
  const most = thickness / 2 + limits.off;
  let line = lineThrough(runs.slice(-tail));
  const isOn = (run: Run): boolean => Math.abs(middleOf(run) - line(run.at)) <= most;
  for (let round = 0; round < limits.rounds; round++) {
    const on = runs.slice(-tail).filter(isOn);
    if (on.length < limits.straight * tail) return rule;
    line = lineThrough(on);
  }
  const last = runs.findLastIndex(isOn);
  const own = runs.slice(0, last + 1);
  const thickest = ruleLimits.strokeThickness * thickness + ruleLimits.strokeThicknessMargin;
  let [missing, crossed] = [0, 0];
  const beyond: Run[] = [];
  for (let at = runs[last].at + step; at >= 0 && at < ink.width; at += step) {
    const run = runAt(ink, at, line(at));
    if (run === undefined) {
      if (++missing > limits.gap) break;
    } else if (run.to - run.from + 1 > thickest || !isOn(run)) {
      if (++crossed > limits.crossing * thickness) break;
    } else {
      beyond.push(run);
      [missing, crossed] = [0, 0];
    }
  }
  const edge = step > 0 ? ink.width - 1 : 0;
  const end = [...own, ...beyond].at(-1)!.at;
  if (missing === 0 && crossed > 0 && crossed === Math.abs(edge - end)) {
    const from = Math.round(line(edge) - (thickness - 1) / 2);
    beyond.push({ at: edge, from, to: from + thickness - 1 });
  }
  const all = [...own, ...beyond];
  if (step < 0) all.reverse();
  const length = all[all.length - 1].at - all[0].at + 1;
  const isOwn = beyond.length >= limits.own * (length - rule.length);
  const rise = Math.abs(middleOf(all[all.length - 1]) - middleOf(all[0]));
  const isLevel = rise <= traceLimits.steepest * length;
  return length > rule.length && isOwn && isLevel ? { ...rule, length, runs: all } : rule;
}

function middleOf({ from, to }: Run): number {
  return (from + to) / 2;
}

/** The ink of a column at a row or next to it. */
function runAt({ width, height, pixels }: InkImage, at: number, row: number): Run | undefined {
  const isInk = (y: number): boolean => {
    return y >= 0 && y < height && pixels[y * width + at] >= ruleLimits.least;
  };
  const near = Math.round(row);
  const start = [near, near - 1, near + 1].find(isInk);
  if (start === undefined) return undefined;
  let [from, to] = [start, start];
  while (isInk(from - 1)) from--;
  while (isInk(to + 1)) to++;
  return { at, from, to };
}
