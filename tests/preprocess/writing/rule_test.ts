import { assertEquals } from "../../support/assert.ts";
import { straightRule } from "../../support/straight_rule.ts";
import { type Rng, rngFromSeed } from "@lib/base/rng.ts";
import { ends, middleAt, type Rule, ruleBox, type Run } from "@lib/preprocess/writing/rule.ts";

/** A crooked rule with gaps. */
function anyRule(rng: Rng): Rule {
  const runs: Run[] = [];
  let at = rng.integer(50);
  const count = 1 + rng.integer(60);
  for (let k = 0; k < count; k++) {
    const from = 20 + rng.integer(12);
    runs.push({ at, from, to: from + rng.integer(5) });
    at += 1 + rng.integer(4);
  }
  const [begin, end] = [runs[0].at, runs[runs.length - 1].at];
  return { isUpright: rng.uniform() < 0.5, length: end - begin + 1, thickness: 3, runs };
}

const middle = ({ from, to }: Run): number => (from + to) / 2;

Deno.test("ends() are the places of the first and the last run", () => {
  const rng = rngFromSeed(1);
  for (let round = 0; round < 50; round++) {
    const rule = anyRule(rng);
    const places = rule.runs.map(({ at }) => at);
    assertEquals(ends(rule), [Math.min(...places), Math.max(...places)]);
  }
});

Deno.test("middleAt() is the middle of the run there, beyond the ends that of the run at the end", () => {
  const rng = rngFromSeed(2);
  for (let round = 0; round < 50; round++) {
    const rule = anyRule(rng);
    for (const run of rule.runs) assertEquals(middleAt(rule, run.at), middle(run));
    const [first, last] = ends(rule);
    assertEquals(middleAt(rule, first - 1 - rng.integer(99)), middle(rule.runs[0]));
    assertEquals(middleAt(rule, last + 1 + rng.integer(99)), middle(rule.runs.at(-1)!));
  }
});

Deno.test("middleAt() of a gap lies between the runs beside it", () => {
  const whole = straightRule([0, 99], [10, 0.2], { thickness: 3 });
  const rule = { ...whole, runs: whole.runs.filter(({ at }) => at < 40 || at > 50) };
  for (let at = 40; at <= 50; at++) {
    const place = middleAt(rule, at);
    assertEquals(place >= middleAt(rule, 39) && place <= middleAt(rule, 51), true, `${at}`);
  }
});

Deno.test("ruleBox() holds each run, and is no larger", () => {
  const rng = rngFromSeed(3);
  for (let round = 0; round < 50; round++) {
    const rule = anyRule(rng);
    const points = rule.runs.flatMap(({ at, from, to }) => {
      return [from, to].map((across) => rule.isUpright ? [across, at] : [at, across]);
    });
    const [xs, ys] = [0, 1].map((axis) => points.map((point) => point[axis]));
    const [x, y] = [Math.min(...xs), Math.min(...ys)];
    const [width, height] = [Math.max(...xs) - x + 1, Math.max(...ys) - y + 1];
    assertEquals(ruleBox(rule), { x, y, width, height });
  }
});
