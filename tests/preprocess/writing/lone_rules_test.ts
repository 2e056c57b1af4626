import { assert, assertEquals, assertLess } from "../../support/assert.ts";
import {
  fill,
  put,
  straightDigit,
  straightDigits,
  writtenDigit,
} from "../../support/drawn_page.ts";
import { type Rng, rngFromSeed } from "@lib/base/rng.ts";
import { connectedComponents } from "@lib/image/connected_components.ts";
import { drawLine } from "@lib/image/draw_line.ts";
import { type InkImage, inkImage } from "@lib/image/ink_image.ts";
import { loneRules } from "@lib/preprocess/writing/lone_rules.ts";
import { printLimits } from "@lib/preprocess/writing/print_limits.ts";
import { ruleCriteria } from "@lib/preprocess/writing/rule_criteria.ts";
import type { Rule } from "@lib/preprocess/writing/rule.ts";
import { traceRules } from "@lib/preprocess/writing/trace_rules.ts";

function found(ink: InkImage): Rule[] {
  const marks = connectedComponents(ink, printLimits.leastLink);
  return loneRules(ink, marks, traceRules(ink, ruleCriteria(ink, marks, printLimits.lines)));
}

/** Where most of each rule lies that is found: columns of upright rules, rows of lying ones. */
function places(ink: InkImage): number[] {
  return found(ink).map(({ runs }) => {
    const middles = runs.map(({ from, to }) => (from + to) / 2).sort((one, other) => one - other);
    return middles[middles.length >> 1];
  }).sort((one, other) => one - other);
}

function assertAt(found: readonly number[], wanted: readonly number[], message: string): void {
  assertEquals(found.length, wanted.length, `${message}: ${found} for ${wanted}`);
  wanted.forEach((place, k) => assertLess(Math.abs(found[k] - place), 2.5, message));
}

/** Puts a row of digits onto a page. */
function write(
  page: InkImage,
  rng: Rng,
  { x, y, height, count, pitch = 1.4 * height }: {
    readonly x: number;
    readonly y: number;
    readonly height: number;
    readonly count: number;
    readonly pitch?: number;
  },
): void {
  for (let k = 0; k < count; k++) {
    put(page, writtenDigit(rng, height), Math.round(x + pitch * k), y);
  }
}

Deno.test("loneRules() finds each rule of ruled paper, under the digits that stand on it", () => {
  const rng = rngFromSeed(1);
  for (let round = 0; round < 20; round++) {
    const height = 26 + rng.integer(20);
    const pitch = Math.round(height * rng.between(1.6, 2));
    const rows = 2 + rng.integer(3);
    const page = inkImage(9 * height, pitch * (rows + 1));
    const slope = rng.between(-0.02, 0.02);
    const wanted: number[] = [];
    for (let row = 1; row <= rows; row++) {
      const y = pitch * row;
      const [left, right] = [y - slope * page.width / 2, y + slope * page.width / 2];
      drawLine(page, [-5, left], [page.width + 5, right], 2);
      wanted.push(y);
      const above = Math.round(height * rng.between(0.2, 0.3));
      write(page, rng, { x: height, y: y - height - above, height, count: 4 });
    }
    assertAt(places(page), wanted, `round ${round}`);
  }
});

Deno.test("loneRules() finds an underline that is longer than what stands on it", () => {
  const rng = rngFromSeed(2);
  for (let round = 0; round < 30; round++) {
    const height = 24 + rng.integer(30);
    const count = 2 + rng.integer(3);
    const page = inkImage(Math.round(height * (1.4 * count + 3)), 2 * height + 20);
    write(page, rng, { x: 1.2 * height, y: 8, height, count });
    const y = height + 14 + rng.integer(8);
    const last = height * (1.4 * count + 1.8);
    drawLine(page, [0.8 * height, y], [last, y + rng.between(-1, 1)], 2);
    assertAt(places(page), [y], `round ${round}`);
  }
});

Deno.test("loneRules() finds dividers of a comb field that are longer than the digits between them", () => {
  const rng = rngFromSeed(3);
  for (let round = 0; round < 30; round++) {
    const height = 24 + rng.integer(30);
    const cell = Math.round(1.5 * height);
    const count = 3 + rng.integer(5);
    const page = inkImage(cell * count + 20, 2 * height);
    const long = Math.round(1.5 * height);
    const wanted: number[] = [];
    for (let k = 0; k < count; k++) {
      let digit = writtenDigit(rng, height);
      while (digit.width > cell - 12) digit = writtenDigit(rng, height);
      const inner = Math.round((cell - digit.width) / 2);
      put(page, digit, 10 + cell * k + inner, Math.round(0.5 * height));
      if (k === 0) continue;
      const x = 10 + cell * k;
      fill(page, [x, Math.round(0.25 * height)], [2, long]);
      wanted.push(x + 0.5);
    }
    assertAt(places(page), wanted, `round ${round}`);
  }
});

Deno.test("loneRules() finds fine dividers at one pitch that are as long as the digits beside them", () => {
  const rng = rngFromSeed(4);
  for (let round = 0; round < 30; round++) {
    const height = 50 + rng.integer(30);
    const cell = Math.round(1.6 * height);
    const page = inkImage(cell * 5, height + 30);
    const wanted: number[] = [];
    for (let k = 0; k < 5; k++) {
      const digit = straightDigit([0, 4, 6, 7, 9][rng.integer(5)], {
        width: Math.round(0.6 * height),
        height,
        stroke: 6 + rng.integer(3),
        margin: 0,
      });
      put(page, digit, Math.round(cell * k + 0.5 * height), 15);
      if (k === 0) continue;
      fill(page, [cell * k, 15], [2, height]);
      wanted.push(cell * k + 0.5);
    }
    assertAt(places(page), wanted, `round ${round}`);
  }
});

Deno.test("loneRules() finds an empty comb, and not a few strokes at odd distances", () => {
  const rng = rngFromSeed(5);
  for (let round = 0; round < 30; round++) {
    const height = 40 + rng.integer(40);
    const cell = 30 + rng.integer(50);
    const count = 5 + rng.integer(4);
    const page = inkImage(cell * (count + 1), height + 40);
    const wanted = Array.from({ length: count }, (_, k) => cell * (k + 1) + 0.5);
    for (const x of wanted) fill(page, [Math.floor(x), 20], [2, height]);
    assertAt(places(page), wanted, `round ${round}`);

    const ones = inkImage(cell * 4, height + 40);
    for (const place of [0.5, 1.75, 3.3]) {
      const lean = rng.between(-2, 2);
      drawLine(ones, [cell * place - lean, 20], [cell * place + lean, 20 + height], 3);
    }
    assertEquals(places(ones), [], `three ones, round ${round}`);
  }
});

Deno.test("loneRules() finds the line along an edge of a cell that was cut out", () => {
  const rng = rngFromSeed(6);
  for (let round = 0; round < 40; round++) {
    const digit = writtenDigit(rng, 50 + rng.integer(40), [0, 2, 3, 6, 8][rng.integer(5)]);
    const margin = Math.round(digit.height / 4);
    const page = inkImage(digit.width + 2 * margin, digit.height + 2 * margin);
    put(page, digit, margin, margin);
    const side = round % 3;
    if (side === 0) fill(page, [0, 1], [page.width, 2]);
    if (side === 1) fill(page, [1, 0], [2, page.height]);
    if (side === 2) fill(page, [page.width - 3, 0], [2, page.height]);
    assertAt(places(page), [[1.5], [1.5], [page.width - 2.5]][side], `round ${round}`);
  }
});

Deno.test("loneRules() never takes a stroke of a lone digit of straight strokes, whatever its size", () => {
  const rng = rngFromSeed(7);
  for (const label of straightDigits) {
    for (let round = 0; round < 120; round++) {
      const height = 12 + rng.integer(180);
      const shape = {
        height,
        width: Math.max(8, Math.round(height * rng.between(0.4, 0.9))),
        stroke: Math.max(1.5, height * rng.between(0.04, 0.15)),
        margin: rng.integer(3) * rng.integer(1 + (height >> 3)),
      };
      const message = `a ${label}: ${JSON.stringify(shape)}`;
      assertEquals(places(straightDigit(label, shape)), [], message);
    }
  }
});

Deno.test("loneRules() finds none among written digits, alone or in rows, large or small", () => {
  const rng = rngFromSeed(8);
  for (let round = 0; round < 80; round++) {
    const height = 14 + rng.integer(60);
    const count = 1 + rng.integer(6);
    const page = inkImage(Math.round(1.4 * height * (count + 1)), 2 * height);
    write(page, rng, { x: height / 2, y: height >> 1, height, count });
    assertEquals(places(page), [], `${count} digits of ${height} pixels`);
  }
});

Deno.test("loneRules() leaves the bar of a 5 or 7, and the stem of a 1, beside other digits", () => {
  const rng = rngFromSeed(9);
  for (let round = 0; round < 60; round++) {
    const height = 30 + rng.integer(40);
    const stroke = Math.max(2, height * rng.between(0.06, 0.12));
    const page = inkImage(4 * height, height + 30);
    put(page, writtenDigit(rng, height, 8), 10, 15);
    const x = 2 * height;
    const high = height * rng.between(1, 1.25);
    drawLine(page, [x, 15], [x + 0.7 * height, 15], stroke);
    drawLine(page, [x + 0.7 * height, 15], [x + 0.4 * height, 15 + high], stroke);
    drawLine(page, [3.3 * height, 15], [3.3 * height, 15 + high], stroke);
    assertEquals(places(page), [], `round ${round}`);
  }
});

Deno.test("loneRules() returns a rule whole, put together behind the strokes that cross it", () => {
  const rng = rngFromSeed(10);
  for (let round = 0; round < 20; round++) {
    const page = inkImage(500, 120);
    for (let x = 60; x < 450; x += 50 + rng.integer(30)) {
      drawLine(page, [x, 25], [x + rng.between(-4, 4), 95], 4 + rng.integer(8));
    }
    fill(page, [0, 66], [500, 2]);
    const rules = found(page);
    assertEquals(rules.length, 1, `round ${round}`);
    assert(!rules[0].isUpright && rules[0].length >= 495);
  }
});

Deno.test("loneRules() finds nothing on bare paper, and does not change its input", () => {
  assertEquals(places(inkImage(60, 40)), []);
  const page = inkImage(200, 100);
  fill(page, [0, 50], [200, 2]);
  write(page, rngFromSeed(11), { x: 20, y: 10, height: 30, count: 4 });
  const before = page.pixels.slice();
  assertEquals(places(page).length, 1);
  assertEquals(page.pixels, before);
});
