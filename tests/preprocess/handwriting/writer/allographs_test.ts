import { assert } from "../../../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { allographs } from "@lib/preprocess/handwriting/writer/allographs.ts";
import { cropToInk } from "@lib/image/crop_to_ink.ts";
import { bar, inkOf } from "../../../support/shapes.ts";

const rng = rngFromSeed(7);
const stem = bar(3, 20);
const changed = (label: number): ReturnType<typeof bar>[] =>
  Array.from({ length: 1000 }, (_, i) => allographs(stem, label, rng.fork(i)))
    .filter((ink) => ink !== stem).map(cropToInk);

Deno.test("habits() changes some of the digits that others write otherwise", () => {
  const shares = Array.from({ length: 10 }, (_, label) => changed(label).length / 1000);
  [0.35, 0.45, 0.2, 0, 0.35, 0, 0, 0.35, 0.08, 0.1].forEach((share, label) => {
    assert(Math.abs(shares[label] - share) <= share / 4, `${label}: ${shares[label]}`);
  });
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
    cropToInk(ink).width > 4 && ink.pixels[2] === 0;
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
  const changed = Array.from({ length: 200 }, (_, i) => allographs(nine, 9, rng.fork(i)))
    .filter((ink) => ink !== nine).map(cropToInk);
  assert(changed.length > 0);
  const row = ({ pixels, width }: typeof nine, y: number): number[] =>
    [...pixels.slice(y * width, (y + 1) * width).keys()].filter((x) => pixels[y * width + x] > 64);
  for (const ink of changed) {
    assert(row(ink, 0).length >= 3, "the loop is above");
    assert(row(ink, ink.height - 1)[0] <= 1, "the stem is at the left");
  }
});
