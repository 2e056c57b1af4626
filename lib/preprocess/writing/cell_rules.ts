import { ends, middleAt, type Rule } from "./rule.ts";
import { cellLimits as limits } from "./rule_limits.ts";

/** Where a rule meets another one, along its own direction. */
interface Meeting {
  readonly other: number;
  readonly at: number;
}

/** The rules that make cells: frames, tables, boxes of forms. Each meets at least two others that run
 * across it, and these do the same, so that they close around something (the 2-core of the graph of
 * meetings: Seidman, 1983, https://doi.org/10.1016/0378-8733(83)90028-X).
 *
 * A stem that crosses two rules and goes on beyond them is not the side of a cell; nor is a stroke
 * thicker than the rules where it ends.
 *
 * @returns some of `rules`
 */
export function cellRules(rules: readonly Rule[]): Rule[] {
  const meetings = allMeetings(rules);
  const alive = new Set(rules.keys());
  for (let count = Infinity; count > alive.size;) {
    count = alive.size;
    for (const i of alive) {
      const own = meetings[i].filter(({ other }) => alive.has(other));
      if (!isHeld(rules[i], own, rules)) alive.delete(i);
    }
  }
  return [...alive].map((i) => rules[i]);
}

function allMeetings(rules: readonly Rule[]): Meeting[][] {
  const meetings: Meeting[][] = rules.map(() => []);
  rules.forEach((lying, i) => {
    if (lying.isUpright) return;
    rules.forEach((upright, k) => {
      if (!upright.isUpright) return;
      const place = crossing(lying, upright);
      if (place === undefined) return;
      meetings[i].push({ other: k, at: place.x });
      meetings[k].push({ other: i, at: place.y });
    });
  });
  return meetings;
}

/** Where two rules cross or meet with their ends. */
export function crossing(
  lying: Rule,
  upright: Rule,
): { readonly x: number; readonly y: number } | undefined {
  const [left, right] = ends(lying);
  const [top, bottom] = ends(upright);
  const [reachX, reachY] = [lying, upright].map((_, k) => reach(k === 0 ? upright : lying));
  const guess = middleAt(lying, middleAt(upright, (top + bottom) / 2));
  const x = middleAt(upright, guess);
  const y = middleAt(lying, x);
  const isNear = x >= left - reachX && x <= right + reachX && y >= top - reachY &&
    y <= bottom + reachY;
  return isNear ? { x, y } : undefined;
}

/** How far from a rule another one may end that meets it. */
function reach({ thickness }: Rule): number {
  return Math.max(limits.leastReach, limits.reach * thickness);
}

function isHeld(rule: Rule, meetings: readonly Meeting[], rules: readonly Rule[]): boolean {
  if (meetings.length < 2) return false;
  const places = meetings.map(({ at }) => at);
  const [first, last] = [Math.min(...places), Math.max(...places)];
  if (last - first < limits.leastSpan * rule.length) return false;
  if (meetings.length > limits.fewMeetings) return true;
  const [begin, end] = ends(rule);
  return meetings.every(({ other, at }) => {
    const across = rules[other];
    const beyond = at === first ? first - begin : at === last ? end - last : 0;
    return beyond <= 2 * reach(across) &&
      rule.thickness <= limits.thicker * across.thickness + limits.thickerMargin;
  });
}
