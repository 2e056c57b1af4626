import { assert, assertEquals } from "../../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { habits } from "@lib/preprocess/imitate/habits.ts";
import { trim } from "@lib/preprocess/imitate/trim.ts";
import { bar, inkOf } from "./shapes.ts";

const rng = rngFromSeed(7);
const stem = bar(3, 20);
const changed = (label: number): ReturnType<typeof bar>[] =>
  Array.from({ length: 1000 }, (_, i) => habits(stem, label, rng.fork(i)))
    .filter((ink) => ink !== stem).map(trim);

Deno.test("habits() changes some of the 0s, 1s, 4s, 7s and 9s", () => {
  const shares = Array.from({ length: 10 }, (_, label) => changed(label).length / 1000);
  assert(shares[1] > 0.3 && shares[1] < 0.4, `${shares[1]}`);
  assert(shares[7] > 0.15 && shares[7] < 0.25, `${shares[7]}`);
  assert(shares[0] > 0.02 && shares[0] < 0.06, `${shares[0]}`);
  assert(shares[4] > 0.11 && shares[4] < 0.19, `${shares[4]}`);
  assert(shares[9] > 0.015 && shares[9] < 0.045, `${shares[9]}`);
  assertEquals(shares.filter((share) => share === 0).length, 5);
});

Deno.test("habits() makes a 1 wider by an upstroke to the left or a foot", () => {
  const ones = changed(1);
  for (const { width, height } of ones) {
    assert(width >= 5 && width <= 30 && height <= 24, `${width} × ${height}`);
  }
  // Of the upper half, all that is not the stem is the upstroke.
  const upper = ones.map((ink) => ({
    ...ink,
    height: 10,
    pixels: ink.pixels.slice(0, 10 * ink.width),
  }));
  const isLeft = (ink: ReturnType<typeof bar>): boolean =>
    trim(ink).width > 4 && ink.pixels[2] === 0;
  assert(upper.filter(isLeft).length > 0.8 * ones.length);
});

Deno.test("habits() bars a 7 on both sides", () => {
  for (const { width, height } of changed(7)) {
    assert(width >= 6 && width <= 18 && height === 20, `${width} × ${height}`);
  }
});

Deno.test("habits() puts the loop of a 9 on the other side of the stem", () => {
  const nine = inkOf(
    "......",
    ".####.",
    ".#..#.",
    ".####.",
    "....#.",
    "....#.",
    "....#.",
    "......",
  );
  const changed = Array.from({ length: 200 }, (_, i) => habits(nine, 9, rng.fork(i)))
    .filter((ink) => ink !== nine).map(trim);
  assert(changed.length > 0);
  const row = ({ pixels, width }: typeof nine, y: number): number[] =>
    [...pixels.slice(y * width, (y + 1) * width).keys()].filter((x) => pixels[y * width + x] > 64);
  for (const ink of changed) {
    assert(row(ink, 0).length >= 3, "the loop is above");
    assert(row(ink, ink.height - 1)[0] <= 1, "the stem is at the left");
  }
});
