import { assertEquals, assertLess } from "../../support/assert.ts";
import { fill } from "../../support/drawn_page.ts";
import { straightRule } from "../../support/straight_rule.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { drawLine } from "@lib/image/draw_line.ts";
import { inkImage } from "@lib/image/ink_image.ts";
import { extendRules } from "@lib/preprocess/writing/extend_rules.ts";
import { ends, type Rule } from "@lib/preprocess/writing/rule.ts";

/** A part of a rule, from its first to its last column. */
function part(rule: Rule, first: number, last: number): Rule {
  const runs = rule.runs.filter(({ at }) => at >= first && at <= last);
  return { ...rule, runs, length: last - first + 1 };
}

Deno.test("extendRules() follows a tilted rule to both ends, past strokes along it and across it", () => {
  const rng = rngFromSeed(1);
  for (let round = 0; round < 40; round++) {
    const thickness = 2 + rng.integer(5);
    const slope = rng.between(-0.035, 0.035);
    const ink = inkImage(400, 80);
    const [left, right] = [10 + rng.integer(10), 389 - rng.integer(10)];
    drawLine(
      ink,
      [left, 40 + slope * (left - 200)],
      [right, 40 + slope * (right - 200)],
      thickness,
    );
    const whole = straightRule([left, right], [40 + slope * (left - 200), slope], { thickness });
    // A foot near one end, a stem across the rule near the other one.
    const foot = 40 + rng.integer(20);
    const y = 40 + slope * (foot - 200) - thickness * rng.between(0.4, 1);
    drawLine(ink, [foot, y], [foot + 6 * thickness, y], thickness + 1);
    const stem = 330 + rng.integer(20);
    drawLine(ink, [stem, 10], [stem + rng.between(-4, 4), 70], 3 + rng.integer(8));
    const [found, ...others] = extendRules(ink, [part(whole, 100, 310)]);
    assertEquals(others, []);
    const [first, last] = ends(found);
    assertLess(Math.abs(first - left), 4, `round ${round}`);
    assertLess(Math.abs(last - right), 4, `round ${round}`);
    assertEquals(found.length, last - first + 1);
    const off = Math.max(...found.runs.map(({ at, from, to }) => {
      return Math.abs((from + to) / 2 - 40 - slope * (at - 200));
    }));
    assertLess(off, thickness / 2 + 1.5, `round ${round}`);
  }
});

Deno.test("extendRules() takes shorter pieces in, and leaves other rules as they are", () => {
  const rng = rngFromSeed(2);
  for (let round = 0; round < 20; round++) {
    const ink = inkImage(300, 90);
    const slope = rng.between(-0.03, 0.03);
    for (const y of [30, 60]) drawLine(ink, [0, y], [299, y + 299 * slope], 2);
    const [upper, lower] = [30, 60].map((y) => straightRule([0, 299], [y, slope]));
    const upright = straightRule([20, 70], [40, 0], { isUpright: true });
    const piece = part(upper, 220 + rng.integer(20), 280);
    const found = extendRules(ink, [piece, part(upper, 10, 180), lower, upright]);
    assertEquals(found.map(({ isUpright, length }) => [isUpright, length]), [
      [false, 300],
      [false, 300],
      [true, 51],
    ]);
  }
});

Deno.test("extendRules() stops where the ink ends, and where a stroke goes on too long", () => {
  const rng = rngFromSeed(3);
  for (let round = 0; round < 20; round++) {
    const end = 150 + rng.integer(60);
    const broken = inkImage(300, 40);
    fill(broken, [0, 20], [end, 2]);
    fill(broken, [end + 5 + rng.integer(9), 20], [60, 2]);
    const start = part(straightRule([0, 299], [20.5, 0]), 0, 120);
    assertEquals(extendRules(broken, [start]).map(ends), [[0, end - 1]]);

    const blotted = inkImage(300, 40);
    fill(blotted, [0, 20], [300, 2]);
    fill(blotted, [end, 10], [26 + rng.integer(20), 20]);
    assertEquals(extendRules(blotted, [start]).map(ends), [[0, end - 1]]);
  }
});

Deno.test("extendRules() goes to the picture's edge, where a stroke that runs off it lies on the rule", () => {
  const rng = rngFromSeed(4);
  for (let round = 0; round < 20; round++) {
    const ink = inkImage(300, 40);
    fill(ink, [0, 20], [300, 3]);
    const foot = 4 + rng.integer(20);
    fill(ink, [300 - foot, 13], [foot, 9]);
    const whole = straightRule([0, 299], [21, 0], { thickness: 3 });
    assertEquals(extendRules(ink, [part(whole, 0, 200)]).map(ends), [[0, 299]]);
  }
});

Deno.test("extendRules() makes no rule of bars that strokes join at a slant", () => {
  const rng = rngFromSeed(5);
  for (let round = 0; round < 20; round++) {
    const ink = inkImage(200, 120);
    const slope = rng.between(0.25, 0.5) * (rng.uniform() < 0.5 ? 1 : -1);
    drawLine(ink, [20, 60 - 80 * slope], [180, 60 + 80 * slope], 3);
    const bar = straightRule([80, 110], [60 - 20 * slope, slope], { thickness: 3 });
    assertEquals(extendRules(ink, [bar]), [bar]);
  }
});
