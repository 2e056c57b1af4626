import type { InkImage } from "../../image/ink_image.ts";
import { lineThrough } from "./line_through.ts";
import { bridgeLimits as limits, ruleLimits } from "./rule_limits.ts";
import { ends, type Rule, type Run } from "./rule.ts";

/** Puts the pieces of one rule together that a stroke along it parted: the foot of a digit pulled the trace
 * away, and it began anew behind. The pieces lie on one straight line, and there is ink all along it between them.
 *
 * @param rules of one direction or both
 * @returns rules without the runs that were pulled off the line
 */
export function bridgeRules(ink: InkImage, rules: readonly Rule[]): Rule[] {
  const bridged: Rule[] = [];
  for (const rule of rules.toSorted((a, b) => a.runs[0].at - b.runs[0].at)) {
    const before = bridged.findIndex((other) => mayGoOn(other, rule));
    const joined = before < 0 ? undefined : bridge(bridged[before], rule, ink);
    if (joined === undefined) bridged.push(rule);
    else bridged[before] = joined;
  }
  return bridged;
}

/** Whether a piece begins where another ends, at the latest, and is about as thick. */
function mayGoOn(one: Rule, next: Rule): boolean {
  if (one.isUpright !== next.isUpright) return false;
  const [, end] = ends(one);
  const [begin, last] = ends(next);
  const far = Math.abs(begin - end);
  if (last <= end || far > limits.bridged * Math.min(one.length, next.length)) return false;
  const thickness = Math.max(one.thickness, next.thickness);
  if (Math.abs(one.thickness - next.thickness) > limits.thicker * thickness + 1) return false;
  const middle = one.runs[one.runs.length >> 1];
  const other = next.runs[next.runs.length >> 1];
  const rise = Math.abs(middleOf(other) - middleOf(middle));
  return rise <= limits.steepest * (other.at - middle.at) + thickness;
}

/** Both pieces as one, if they lie on a line with ink all along it. */
function bridge(one: Rule, next: Rule, ink: InkImage): Rule | undefined {
  const [first, end] = ends(one);
  const [begin, last] = ends(next);
  const thickness = Math.max(one.thickness, next.thickness);
  const reach = limits.reach * Math.max(Math.abs(begin - end), limits.leastReach);
  const near = {
    one: one.runs.filter(({ at }) => at >= Math.min(begin, end) - reach),
    next: next.runs.filter(({ at }) => at <= Math.max(begin, end) + reach),
  };
  const most = thickness / 2 + limits.off;
  let line = lineThrough([...near.one, ...near.next]);
  const isOn = (run: Run): boolean => Math.abs(middleOf(run) - line(run.at)) <= most;
  for (let round = 0; round < limits.rounds; round++) {
    const on = [...near.one, ...near.next].filter(isOn);
    if (on.length < 2) return undefined;
    line = lineThrough(on);
  }
  const isStraight = [near.one, near.next].every((runs) => {
    return runs.filter(isOn).length >= limits.straight * runs.length;
  });
  if (!isStraight) return undefined;
  const [from, to] = [Math.min(begin, end), Math.max(begin, end)];
  let inked = 0;
  for (let at = from; at <= to; at++) {
    if (levelAt(ink, one.isUpright, at, line(at)) >= ruleLimits.least) inked++;
  }
  if (inked < limits.inked * (to - from + 1)) return undefined;
  const left = one.runs.filter((run) => run.at < from - reach || isOn(run));
  const right = next.runs.filter((run) => {
    return run.at > (left.at(-1)?.at ?? -1) && (run.at > to + reach || isOn(run));
  });
  const thicker = one.length > next.length ? one : next;
  return {
    isUpright: one.isUpright,
    length: last - first + 1,
    thickness: thicker.thickness,
    runs: [...left, ...right],
  };
}

function middleOf({ from, to }: Run): number {
  return (from + to) / 2;
}

function levelAt(
  { width, height, pixels }: InkImage,
  isUpright: boolean,
  at: number,
  across: number,
): number {
  const [x, y] = isUpright ? [Math.round(across), at] : [at, Math.round(across)];
  return x >= 0 && y >= 0 && x < width && y < height ? pixels[y * width + x] : 0;
}
