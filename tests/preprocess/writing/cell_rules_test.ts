import { assert, assertAlmostEquals, assertEquals, assertLess } from "../../support/assert.ts";
import { straightRule } from "../../support/straight_rule.ts";
import { type Rng, rngFromSeed } from "@lib/base/rng.ts";
import { cellRules, crossing } from "@lib/preprocess/writing/cell_rules.ts";
import { middleAt, type Rule } from "@lib/preprocess/writing/rule.ts";

interface Table {
  readonly lying: readonly Rule[];
  readonly upright: readonly Rule[];
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly thickness: number;
}

/** A table of some cells; its corners may lie askew a little, and its rules end short of them. */
function table(
  rng: Rng,
  { rows = 1 + rng.integer(4), columns = 1 + rng.integer(6), open = 0 } = {},
): Table {
  const thickness = 1 + rng.integer(4);
  const slope = rng.between(-0.01, 0.01);
  const [left, top] = [10 + rng.integer(50), 10 + rng.integer(50)];
  const steps = (count: number, from: number): number[] => {
    const places = [from];
    for (let k = 0; k < count; k++) places.push(places[k] + 30 + rng.integer(60));
    return places;
  };
  const [xs, ys] = [steps(columns, left), steps(rows, top)];
  const lying = ys.map((y) => {
    const before = Math.round(slope * (y - ys[0]));
    return straightRule([xs[0] + open - before, xs[columns] - open - before], [y, slope], {
      thickness,
    });
  });
  const upright = xs.map((x) => {
    const look = { thickness, isUpright: true };
    const lower = Math.round(slope * (x - xs[0]));
    return straightRule([ys[0] + open + lower, ys[rows] - open + lower], [x, -slope], look);
  });
  return { lying, upright, xs, ys, thickness };
}

function shuffled(rules: readonly Rule[], rng: Rng): Rule[] {
  return Array.from(rng.permutation(rules.length), (k) => rules[k]);
}

Deno.test("cellRules() takes each rule of a table, also with corners that do not quite close", () => {
  const rng = rngFromSeed(1);
  for (let round = 0; round < 60; round++) {
    const { lying, upright } = table(rng, { open: rng.integer(3) });
    const rules = shuffled([...lying, ...upright], rng);
    assertEquals(cellRules(rules), rules);
  }
});

Deno.test("cellRules() leaves a stem that crosses rules of a table and goes on beyond them", () => {
  const rng = rngFromSeed(2);
  for (let round = 0; round < 60; round++) {
    const { lying, upright, xs, ys, thickness } = table(rng, { rows: 1 });
    const k = rng.integer(xs.length - 1);
    const x = xs[k] + 0.5 * (xs[k + 1] - xs[k]);
    // Beyond one rule at least, far enough that nobody would call it the table's side.
    const beyond = 12 + 4 * thickness;
    const [above, below] = rng.uniform() < 0.3 ? [beyond, beyond] : [beyond, 0];
    const look = { thickness, isUpright: true };
    const stem = straightRule([ys[0] - above, ys[1] + below], [x, 0], look);
    const cells = cellRules(shuffled([...lying, ...upright, stem], rng));
    assertEquals(cells.includes(stem), false, `round ${round}`);
    assertEquals(cells.length, lying.length + upright.length);
  }
});

Deno.test("cellRules() leaves a stroke from rule to rule that is much thicker than they are", () => {
  const rng = rngFromSeed(3);
  for (let round = 0; round < 60; round++) {
    const { lying, upright, xs, ys, thickness } = table(rng, { rows: 1, columns: 2 });
    const look = { thickness: 2 * thickness + 3, isUpright: true };
    const stem = straightRule([ys[0], ys[1]], [(xs[0] + xs[1]) / 2, 0], look);
    const cells = cellRules([...lying, ...upright, stem]);
    assertEquals(cells, [...lying, ...upright]);
  }
});

Deno.test("cellRules() finds no cell in parallel rules, crosses, combs, or boxes with an open side", () => {
  const rng = rngFromSeed(4);
  for (let round = 0; round < 40; round++) {
    const { lying, upright } = table(rng);
    assertEquals(cellRules(lying), []);
    assertEquals(cellRules(upright), []);
    assertEquals(cellRules([lying[0], ...upright]), [], "a comb that hangs from a rule");
    assertEquals(cellRules([...lying, upright[0]]), [], "a comb that lies");
    assertEquals(cellRules([lying[0], lying.at(-1)!, upright[0]]), [], "three sides");
  }
  assertEquals(cellRules([]), []);
});

Deno.test("cellRules() takes what closes, and leaves what only hangs from it", () => {
  const rng = rngFromSeed(5);
  for (let round = 0; round < 40; round++) {
    const { lying, upright, xs, ys, thickness } = table(rng, { columns: 1 });
    const bottom = ys[ys.length - 1];
    const look = { thickness, isUpright: true };
    // A bar that stands under the table, and a rule that hangs from the end of that bar.
    const hanging = straightRule([bottom, bottom + 60], [(xs[0] + xs[1]) / 2, 0], look);
    const foot = straightRule([xs[0], xs[1]], [bottom + 60, 0], { thickness });
    const rules = shuffled([...lying, ...upright, hanging, foot], rng);
    const cells = cellRules(rules);
    assert(!cells.includes(hanging) && !cells.includes(foot));
    assertEquals(cells, rules.filter((rule) => rule !== hanging && rule !== foot));
  }
});

Deno.test("cellRules() leaves corners open that lie far apart", () => {
  const rng = rngFromSeed(6);
  for (let round = 0; round < 40; round++) {
    const { lying, upright } = table(rng, { rows: 1, columns: 1, open: 11 });
    assertEquals(cellRules([...lying, ...upright]), []);
  }
});

Deno.test("cellRules() leaves a line that holds cells at one of its ends and runs on", () => {
  const rng = rngFromSeed(7);
  for (let round = 0; round < 40; round++) {
    const { lying, upright, xs, thickness } = table(rng, { rows: 1, columns: 3 });
    // In place of the lower side, a rule of the page that is four times as long.
    const width = xs[3] - xs[0];
    const [, lower] = lying;
    const page = straightRule([xs[0], xs[0] + 4 * width], [lower.runs[0].from, 0], { thickness });
    assertEquals(cellRules([lying[0], page, ...upright]), []);
  }
});

Deno.test("crossing() lies on both rules, wherever they cross", () => {
  const rng = rngFromSeed(8);
  for (let round = 0; round < 200; round++) {
    const [across, down] = [rng.between(-0.15, 0.15), rng.between(-0.15, 0.15)];
    const lying = straightRule([0, 199], [rng.between(60, 140), across]);
    const upright = straightRule([0, 199], [rng.between(60, 140), down], { isUpright: true });
    const place = crossing(lying, upright)!;
    assertAlmostEquals(place.x, middleAt(upright, Math.round(place.y)), 1);
    assertAlmostEquals(place.y, middleAt(lying, Math.round(place.x)), 1);
  }
});

Deno.test("crossing() of rules whose ends come near each other is the corner; far apart there is none", () => {
  const rng = rngFromSeed(9);
  for (let round = 0; round < 60; round++) {
    const thickness = 1 + rng.integer(4);
    const [x, y] = [100 + rng.integer(50), 100 + rng.integer(50)];
    const corner = (gap: number): ReturnType<typeof crossing> => {
      const upright = straightRule([y + gap, y + 90], [x, 0], { thickness, isUpright: true });
      return crossing(straightRule([x + gap, x + 90], [y, 0], { thickness }), upright);
    };
    for (const gap of [-20, 0, 2]) {
      const place = corner(gap)!;
      assertLess(Math.hypot(place.x - x, place.y - y), 1.5, `${gap}`);
    }
    assertEquals(corner(3 * thickness + 6), undefined);
  }
});
