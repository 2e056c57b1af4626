import { assert, assertEquals } from "../../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { hand } from "@lib/preprocess/imitate/hand.ts";
import { strokeWidth } from "@lib/preprocess/stroke_width.ts";
import { trim } from "@lib/preprocess/imitate/trim.ts";
import { bar } from "./shapes.ts";

const rng = rngFromSeed(6);
const digit = bar(4, 20);
const hands = Array.from({ length: 300 }, (_, i) => hand(digit, 1, rng.fork(i)));

Deno.test("hand() writes with pens from fine to broad", () => {
  const widths = hands.map(strokeWidth).sort((a, b) => a - b);
  assert(
    widths[15] < 2.4 && widths[150] > 2.4 && widths[285] > 4.5,
    `${widths[15]}, ${widths[285]}`,
  );
});

Deno.test("hand() writes narrow and wide", () => {
  // A lying bar: slant hardly changes its width.
  const lying = Array.from({ length: 300 }, (_, i) => hand(bar(20, 3), 1, rng.fork(i)));
  const widths = lying.map((ink) => trim(ink).width).sort((a, b) => a - b);
  assert(widths[15] <= 16 && widths[285] >= 27, `${widths[15]}, ${widths[285]}`);
});

Deno.test("hand() of little strength keeps close to the digit", () => {
  const alike = Array.from({ length: 100 }, (_, i) => trim(hand(digit, 0.2, rng.fork(i))));
  assert(alike.every(({ width, height }) => width <= 15 && height >= 18 && height <= 23));
});

Deno.test("hand() hangs on the random numbers alone", () => {
  assertEquals(hand(digit, 1, rng.fork(7)), hands[7]);
});
