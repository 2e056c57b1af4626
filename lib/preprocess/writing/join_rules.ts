import { lineThrough } from "./line_through.ts";
import { joinLimits as limits } from "./rule_limits.ts";
import { ends, type Rule } from "./rule.ts";

/** Puts the pieces of one rule together, where a stroke or a gap parted it: they lie on one line, one begins
 * about where another ends, and they are about as thick.
 *
 * @param rules of one direction or both
 */
export function joinRules(rules: readonly Rule[]): Rule[] {
  const joined: Rule[] = [];
  for (const rule of rules.toSorted((a, b) => a.runs[0].at - b.runs[0].at)) {
    const before = joined.findIndex((other) => goesOn(other, rule));
    if (before < 0) joined.push(rule);
    else joined[before] = join(joined[before], rule);
  }
  return joined;
}

function goesOn(one: Rule, next: Rule): boolean {
  if (one.isUpright !== next.isUpright) return false;
  const [, end] = ends(one);
  const [begin] = ends(next);
  const thickness = Math.max(one.thickness, next.thickness);
  const gap = begin - end;
  if (gap > limits.gap * thickness + limits.leastGap || gap < -limits.leastGap) return false;
  if (Math.min(one.length, next.length) < limits.longer * gap) return false;
  if (Math.abs(one.thickness - next.thickness) > limits.thicker * thickness + 1) return false;
  return Math.abs(tail(one, end, begin) - middle(next.runs[0])) <= limits.aside * thickness + 1;
}

/** Where a rule would be, were it longer: on the line of least squares through its last part. */
function tail({ runs, length }: Rule, end: number, at: number): number {
  const last = runs.slice(-Math.max(2, Math.min(runs.length, Math.round(limits.tail * length))));
  return lineThrough(last)(Math.max(end, at));
}

function middle({ from, to }: { readonly from: number; readonly to: number }): number {
  return (from + to) / 2;
}

function join(one: Rule, next: Rule): Rule {
  const [begin] = ends(one);
  const [, end] = ends(next);
  const runs = [...one.runs, ...next.runs.filter(({ at }) => at > ends(one)[1])];
  const thicker = one.length > next.length ? one : next;
  return { isUpright: one.isUpright, length: end - begin + 1, thickness: thicker.thickness, runs };
}
