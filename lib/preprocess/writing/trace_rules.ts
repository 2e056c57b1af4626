import type { InkImage } from "../../image/ink_image.ts";
import { type InkRuns, inkRuns } from "../../image/ink_runs.ts";
import { turnedRuns } from "../../image/turned_runs.ts";
import type { Rule, Run } from "./rule.ts";
import { traceLimits } from "./rule_limits.ts";

/** What counts as a rule, in pixels. */
export interface RuleCriteria {
  /** The faintest level that is ink, 1 to 255. */
  readonly least: number;
  /** The thickest run of a rule. */
  readonly thickness: number;
  /** The shortest rule. */
  readonly length: number;
  /** How much without ink a rule may skip. */
  readonly gap: number;
}

/** A rule that is being followed. */
interface Trace {
  runs: Run[];
  /** The last columns' middle, smoothed, and how far it moves a column. */
  middle: number;
  slope: number;
  /** Of its runs, smoothed. */
  thickness: number;
  missing: number;
  crossed: number;
  /** All columns without ink, but for those after the last run. */
  gaps: number;
}

/** Follows thin runs of ink from column to column, across strokes and small gaps, as is done for
 * staff lines in music (Dos Santos Cardoso et al., 2009, https://doi.org/10.1109/TPAMI.2009.34, is
 * a survey and a stronger way).
 *
 * Rules may slant or bend a little. What looks like one may be the stem of a digit: `printedRules` tells.
 *
 * @returns horizontal rules, then upright ones
 */
export function traceRules(ink: InkImage, criteria: RuleCriteria): Rule[] {
  const runs = inkRuns(ink, criteria.least);
  const lying = traceDown(turnedRuns(runs, ink.width), ink.height, criteria);
  const upright = traceDown(runs, ink.width, criteria);
  return [...lying, ...upright.map((rule) => ({ ...rule, isUpright: true }))];
}

/** Follows upright rules from row to row. */
function traceDown(found: InkRuns, width: number, criteria: RuleCriteria): Rule[] {
  const rules: Rule[] = [];
  let traces: Trace[] = [];
  for (let y = 0; y < found.before.length - 1; y++) {
    const runs = rowRuns(found, y, width);
    const taken = new Set<Run>();
    const going: Trace[] = [];
    for (const trace of traces) {
      if (follow(trace, runs, taken, criteria)) going.push(trace);
      else if (isRule(trace, criteria)) rules.push(asRule(trace));
    }
    for (const run of runs) {
      if (taken.has(run) || run.to - run.from >= criteria.thickness) continue;
      const middle = (run.from + run.to) / 2;
      const own = run.to - run.from + 1;
      going.push({
        runs: [run],
        middle,
        slope: 0,
        thickness: own,
        missing: 0,
        crossed: 0,
        gaps: 0,
      });
    }
    traces = going;
  }
  for (const trace of traces) if (isRule(trace, criteria)) rules.push(asRule(trace));
  return rules;
}

function rowRuns({ starts, ends, before }: InkRuns, y: number, width: number): Run[] {
  const runs: Run[] = [];
  for (let run = before[y]; run < before[y + 1]; run++) {
    runs.push({ at: y, from: starts[run] - y * width, to: ends[run] - y * width - 1 });
  }
  return runs;
}

/** @returns whether the rule goes on in this row */
function follow(
  trace: Trace,
  runs: readonly Run[],
  taken: Set<Run>,
  { thickness, gap }: RuleCriteria,
): boolean {
  const { thicker, thickerMargin, thicknessRate } = traceLimits;
  const { crossing, offMargin, offPart, thickOff, steepest, slopeRate, middleRate } = traceLimits;
  const expected = trace.middle + trace.slope;
  const run = runAt(runs, expected);
  trace.middle = expected;
  if (run === undefined) return ++trace.missing <= gap;
  const own = run.to - run.from + 1;
  const most = thicker * trace.thickness + thickerMargin;
  if (own > Math.min(thickness, most)) {
    return ++trace.crossed + trace.missing <= crossing * thickness;
  }
  if (taken.has(run)) return false; // two traces met: the first one goes on
  const middle = (run.from + run.to) / 2;
  if (Math.abs(middle - expected) > offMargin + Math.min(thickness, thickOff) * offPart) {
    return ++trace.missing <= gap;
  }
  taken.add(run);
  trace.slope += slopeRate * (middle - expected);
  trace.slope = Math.min(steepest, Math.max(-steepest, trace.slope));
  trace.middle += middleRate * (middle - expected);
  trace.thickness += thicknessRate * (own - trace.thickness);
  trace.runs.push(run);
  trace.gaps += trace.missing;
  trace.missing = 0;
  trace.crossed = 0;
  return true;
}

/** The first run that comes near a place; runs are in order. */
function runAt(runs: readonly Run[], place: number): Run | undefined {
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (runs[middle].to + traceLimits.reach < place) low = middle + 1;
    else high = middle;
  }
  return low < runs.length && runs[low].from - traceLimits.reach <= place ? runs[low] : undefined;
}

function isRule({ runs, gaps }: Trace, { length }: RuleCriteria): boolean {
  const { leastOwn, mostGaps, leastCovered } = traceLimits;
  const span = runs[runs.length - 1].at - runs[0].at + 1;
  if (span < length || runs.length < leastOwn * span) return false;
  if (gaps > mostGaps * span && runs.length + gaps < leastCovered * span) return false;
  return isStraight(runs, span);
}

/** Few runs lie far off the parabola of least squares: rules sag on a bent sheet. */
function isStraight(runs: readonly Run[], span: number): boolean {
  const { bendMargin, bendThickness, bendSpan, steepest, farShare } = traceLimits;
  const middle = ({ from, to }: Run): number => (from + to) / 2;
  const rise = Math.abs(middle(runs[runs.length - 1]) - middle(runs[0]));
  if (rise > steepest * span) return false;
  // Powers of x from -1 to 1, made orthogonal: each coefficient by itself.
  const xs = Float64Array.from(runs, ({ at }) => (2 * (at - runs[0].at)) / span - 1);
  const rest = Float64Array.from(runs, middle);
  const bases: Float64Array[] = [];
  for (const power of [0, 1, 2]) {
    const base = xs.map((x) => x ** power);
    for (const other of bases) takeOut(base, other);
    bases.push(base);
    takeOut(rest, base);
  }
  const most = bendMargin + bendThickness * typicalThickness(runs) + bendSpan * span;
  return rest.filter((off) => Math.abs(off) > most).length < farShare * runs.length;
}

/** Takes out of values their share of a base, by least squares. */
function takeOut(values: Float64Array, base: Float64Array): void {
  const share = dot(values, base) / Math.max(1e-9, dot(base, base));
  for (let i = 0; i < values.length; i++) values[i] -= share * base[i];
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

function asRule({ runs }: Trace): Rule {
  const length = runs[runs.length - 1].at - runs[0].at + 1;
  return { isUpright: false, length, thickness: typicalThickness(runs), runs };
}

function typicalThickness(runs: readonly Run[]): number {
  const sizes = runs.map(({ from, to }) => to - from + 1).sort((a, b) => a - b);
  return sizes[sizes.length >> 1];
}
