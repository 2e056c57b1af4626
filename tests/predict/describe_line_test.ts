import { assertAlmostEquals, assertEquals, assertLess } from "../support/assert.ts";
import { type Rng, rngFromSeed } from "@lib/base/rng.ts";
import type { Box } from "@lib/image/box.ts";
import { type BoxedInk, boxedInk } from "@lib/image/boxed_ink.ts";
import { inkImage } from "@lib/image/ink_image.ts";
import { describeLine, type Gap, isTall, noNumber } from "@lib/predict/describe_line.ts";
import type { ReadDigit } from "@lib/predict/read_digit.ts";

const height = 40;
/** How far the page lies off the upright line of these tests. */
const offset = { x: 7, y: 11 };

function boxOnPage({ box }: BoxedInk): Box {
  return { ...box, x: box.x + offset.x, y: box.y + offset.y };
}

function block(x: number, y: number, width: number, high: number): BoxedInk {
  return boxedInk(inkImage(width, high, new Uint8Array(width * high).fill(255)), { x, y });
}

/** Digits 24 pixels wide and 40 high, whose left sides are where a test says. */
function line(
  places: readonly number[],
  rng: Rng,
): { readonly found: BoxedInk[]; readonly digits: ReadDigit[] } {
  const found = places.map((x) => block(x, 100, 24, height));
  const digits = found.map((piece): ReadDigit => ({
    ...{ digit: rng.integer(10), confidence: rng.between(0.93, 1), nonDigit: 0.01 },
    probabilities: new Float32Array(10),
    ...{ box: boxOnPage(piece), normalised: new Uint8Array(784) },
  }));
  return { found, digits };
}

function product(digits: readonly ReadDigit[]): number {
  return digits.reduce((all, { confidence }) => all * confidence, 1);
}

/** Three digits with much room between them. */
const places = [20, 220, 420];

/** A mark of a digit's size, before, between or after the digits, so far from the nearest one. */
function dropped(after: number, away: number, rng: Rng): BoxedInk {
  const [width, high] = [12 + rng.integer(12), 24 + rng.integer(16)];
  const x = after === 0 ? places[0] - away - width : places[after - 1] + 24 + away;
  return block(x, 100, width, high);
}

Deno.test("describeLine() lists a dropped mark of a digit's size beside digits, and is not sure then", () => {
  const rng = rngFromSeed(41);
  for (let i = 0; i < 60; i++) {
    const { found, digits } = line(places, rng);
    const [after, nonDigit] = [rng.integer(4), rng.between(0, 1)];
    const piece = dropped(after, rng.integer(28), rng);
    const gaps: Gap[] = [{ pieces: [piece], after, nonDigit }];
    const read = describeLine({ digits, found, gaps, signs: [] }, boxOnPage, height);
    assertEquals(read.rejected, [{ box: boxOnPage(piece), why: "no digit" }]);
    assertEquals([read.digits, read.separators], [digits, []]);
    assertLess(read.confidence, 0.9);
    assertLess(read.confidence, nonDigit * product(digits) + 1e-9); // the doubt counts, too
  }
});

Deno.test("describeLine() lists marks far from digits, and is as sure as without them", () => {
  const rng = rngFromSeed(42);
  for (let i = 0; i < 40; i++) {
    const { found, digits } = line(places, rng);
    const after = 1 + rng.integer(3);
    const piece = dropped(after, 40 + rng.integer(60), rng);
    const gaps: Gap[] = [{ pieces: [piece], after, nonDigit: rng.uniform() }];
    const read = describeLine({ digits, found, gaps, signs: [] }, boxOnPage, height);
    assertEquals(read.rejected, [{ box: boxOnPage(piece), why: "no digit" }]);
    assertAlmostEquals(read.confidence, product(digits), 1e-12);
  }
});

Deno.test("describeLine() overlooks small marks that are no sign", () => {
  const rng = rngFromSeed(43);
  for (let i = 0; i < 40; i++) {
    const { found, digits } = line(places, rng);
    const tick = block(260 + rng.integer(60), 95, 4 + rng.integer(5), 5 + rng.integer(12));
    const gaps: Gap[] = [{ pieces: [tick], after: 1, nonDigit: rng.uniform() }];
    const read = describeLine({ digits, found, gaps, signs: [] }, boxOnPage, height);
    assertEquals([read.rejected, read.separators], [[], []]);
    assertAlmostEquals(read.confidence, product(digits), 1e-12);
  }
});

Deno.test("describeLine() gives signs between digits, small and tall, in their order", () => {
  const rng = rngFromSeed(44);
  for (let i = 0; i < 40; i++) {
    const { found, digits } = line(places, rng);
    const point = block(60 + rng.integer(60), 136, 5, 5);
    const dash = block(480 + rng.integer(40), 117 + rng.integer(6), 20, 4);
    const slash = boxOnPage(block(260 + rng.integer(100), 90, 30, 60));
    const gaps: Gap[] = [
      { pieces: [point], after: 1, nonDigit: 1 },
      { pieces: [dash], after: 3, nonDigit: 1 },
    ];
    const signs = [{ sign: "/" as const, box: slash }];
    const read = describeLine({ digits, found, gaps, signs }, boxOnPage, height);
    assertEquals(read.separators, [
      { sign: ".", box: boxOnPage(point), after: 1 },
      { sign: "/", box: slash, after: 2 },
      { sign: "-", box: boxOnPage(dash), after: 3 },
    ]);
    assertEquals(read.rejected, []);
    assertAlmostEquals(read.confidence, product(digits), 1e-12);
  }
});

Deno.test("describeLine() joins the points of a colon and the dashes of an equals sign", () => {
  const rng = rngFromSeed(45);
  const { found, digits } = line(places, rng);
  const equals = [block(300, 112, 24, 4), block(300, 124, 24, 4)];
  const gaps: Gap[] = [{ pieces: equals, after: 2, nonDigit: 1 }];
  const { separators } = describeLine({ digits, found, gaps, signs: [] }, boxOnPage, height);
  const box = boxOnPage(block(300, 112, 24, 16));
  assertEquals(separators, [{ sign: "=", box, after: 2 }]);
});

Deno.test("describeLine() takes a gap with a sign and a tall mark for no sign", () => {
  const rng = rngFromSeed(46);
  const { found, digits } = line(places, rng);
  const pieces = [block(270, 136, 5, 5), block(290, 100, 20, 40)];
  const gaps: Gap[] = [{ pieces, after: 2, nonDigit: 1 }];
  const read = describeLine({ digits, found, gaps, signs: [] }, boxOnPage, height);
  assertEquals(read.separators, []);
  assertEquals(read.rejected.map(({ box }) => box), [boxOnPage(block(270, 100, 40, 41))]);
});

Deno.test("noNumber() lists the marks as high as digits, and reads none", () => {
  const rng = rngFromSeed(47);
  for (let i = 0; i < 20; i++) {
    const marks = Array.from({ length: 1 + rng.integer(6) }, (_, k) => {
      const isLow = rng.uniform() < 0.5;
      return block(60 * k, 100, 20, isLow ? 4 + rng.integer(14) : 24 + rng.integer(20));
    });
    const high = marks.filter(({ box }) => box.height >= 24);
    assertEquals(noNumber(marks, height), {
      ...{ digits: [], separators: [], confidence: 0 },
      rejected: high.map(({ box }) => ({ box, why: "no number" as const })),
    });
    assertEquals(isTall(marks, height), high.length > 0);
  }
});
