import { assert, assertAlmostEquals, assertEquals } from "../../../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { holes } from "@lib/predict/segment/holes.ts";
import type { InkImage } from "@lib/image/ink_image.ts";
import {
  linkedZero,
  openLoop,
  openSide,
  slashedZero,
} from "@lib/preprocess/handwriting/writer/zeros.ts";
import { bar, inkMass, inkOf } from "../../../support/shapes.ts";

const round = inkOf(
  "..##########..",
  ".############.",
  ...Array<string>(14).fill("##..........##"),
  ".############.",
  "..##########..",
);
const square = inkOf("##########", ...Array<string>(10).fill("##......##"), "##########");
const draws = <T>(
  count: number,
  seed: number,
  draw: (rng: ReturnType<typeof rngFromSeed>) => T,
): T[] => Array.from({ length: count }, (_, i) => draw(rngFromSeed(seed).fork(i)));
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

Deno.test("openLoop() opens a ring at its top, and leaves its lower half", () => {
  const gaps: number[] = [];
  const middles: number[] = [];
  for (const ring of draws(300, 21, (rng) => openLoop(round, 2, rng))) {
    assertEquals([ring.width, ring.height], [round.width, round.height]);
    assert(holes(ring, 64).every((inside) => inside === 0), "closed");
    assertEquals(ring.pixels.slice(14 * 10), round.pixels.slice(14 * 10));
    gaps.push(inkMass(round) - inkMass(ring));
    const lost = [...round.pixels.keys()].filter((at) => round.pixels[at] - ring.pixels[at] > 128);
    middles.push(mean(lost.map((at) => at % 14)));
    assert(Math.min(...lost.map((at) => Math.floor(at / 14))) <= 4, "not at the top");
  }
  gaps.sort((a, b) => a - b);
  assert(gaps[0] > 3 && gaps[15] < 6.2, `${gaps[0]}, ${gaps[15]}`);
  assert(gaps[285] > 9 && gaps[299] < 20, `${gaps[285]}, ${gaps[299]}`);
  assertAlmostEquals(mean(middles), 6.5, 0.6);
  assert(middles.some((x) => x < 3) && middles.some((x) => x > 10), "always in the middle");
});

Deno.test("openLoop() opens a gap at least as wide as the stroke", () => {
  const lost = (width: number): number =>
    mean(draws(50, 3, (rng) => inkMass(round) - inkMass(openLoop(round, width, rng))));
  assert(lost(6) > 1.5 * lost(2), `${lost(6)}, ${lost(2)}`);
});

Deno.test("openSide() takes a side of a ring away, the left one as often as the right one", () => {
  const rings = draws(400, 25, (rng) => openSide(square, 2.9, rng));
  assert(rings.every((ring) => ring.width >= 6 && ring.width <= 8));
  assert(rings.every((ring) => holes(ring, 64).every((inside) => inside === 0)));
  assert(rings.every(({ height }) => height === square.height));
  const left = rings.filter(({ pixels, width }) => pixels[5 * width] === 0).length;
  assertAlmostEquals(left / 400, 0.5, 0.08);
  assertAlmostEquals(mean(rings.map(({ width }) => 10 - width)), 2.9 * 1.05, 0.15);
});

Deno.test("openSide() leaves at least a half", () => {
  assert(draws(50, 4, (rng) => openSide(square, 30, rng)).every(({ width }) => width === 5));
});

const [width, height, margin] = [12, 20, 12];
const box = { x: margin, y: margin, width, height };

/** The places with ink on a sheet, as fractions of the box, that the box itself does not cover. */
function beside({ pixels, width: columns }: InkImage): { x: number; y: number }[] {
  return [...pixels.keys()].filter((at) => pixels[at] > 64)
    .map((at) => ({
      x: (at % columns - margin) / width,
      y: (Math.floor(at / columns) - margin) / height,
    }))
    .filter(({ x, y }) => x < -0.1 || x > 1.05 || y < -0.1);
}

Deno.test("linkedZero() draws to the left, to the right, or to both, from the top", () => {
  const sheets = draws(600, 22, (rng) => {
    const ink = bar(width, height, margin);
    linkedZero(ink, box, 2, rng);
    return beside(ink);
  });
  const isLeft = sheets.map((places) => places.some(({ x }) => x < 0));
  const isRight = sheets.map((places) => places.some(({ x }) => x > 1));
  const count = (left: boolean, right: boolean): number =>
    isLeft.filter((is, i) => is === left && isRight[i] === right).length / 600;
  // A link that ends beside the 0 by less than a stroke is not seen.
  assertAlmostEquals(count(true, false), 0.35, 0.08);
  assertAlmostEquals(count(false, true), 0.35, 0.08);
  assertAlmostEquals(count(true, true), 0.25, 0.08);
  for (const places of sheets.filter((found) => found.length > 0)) {
    const [xs, ys] = [places.map(({ x }) => x), places.map(({ y }) => y)];
    assert(Math.max(...ys) < 0.55 && Math.min(...ys) > -0.35, `${Math.min(...ys)}`);
    assert(Math.min(...xs) > -0.7 && Math.max(...xs) < 1.7, `${Math.max(...xs)}`);
  }
  const reaches = sheets.map((places) => Math.max(0, ...places.map(({ x }) => x)));
  assert(Math.max(...reaches) > 1.4, "never reaches out far");
  const lowest = sheets.map((places) => Math.max(0, ...places.map(({ y }) => y)));
  assert(lowest.filter((y) => y > 0.25).length > 60, "never falls");
});

Deno.test("linkedZero() begins inside the 0, with the width asked for", () => {
  for (let i = 0; i < 100; i++) {
    const ink = { ...bar(width, height, margin), pixels: new Uint8Array(36 * 44) };
    linkedZero(ink, box, 3, rngFromSeed(5).fork(i));
    const at = margin + 1.5;
    const row = [...ink.pixels.subarray(Math.round(at) * 36, Math.round(at + 1) * 36)];
    const inside = row.slice(margin, margin + width).filter((level) => level > 64).length;
    assert(inside >= 2, "does not begin in the 0");
  }
});

Deno.test("slashedZero() crosses the hole of a 0 from the lower left to the upper right", () => {
  const lengths = draws(200, 26, (rng) => {
    const ink = { ...bar(width, height, margin), pixels: new Uint8Array(36 * 44) };
    slashedZero(ink, box, 2, rng);
    const level = (x: number, y: number): number => ink.pixels[(margin + y) * 36 + margin + x];
    const diagonal = [-2, -1, 0, 1, 2].map((step) => level(6 + step, 10 + step));
    assert(Math.max(...diagonal) > 128, "does not cross the middle");
    assert(level(1, 1) === 0 && level(11, 18) === 0, "runs the other way");
    const places = [...ink.pixels.keys()].filter((at) => ink.pixels[at] > 128);
    const [xs, ys] = [places.map((at) => at % 36 - margin), places.map((at) => at / 36 - margin)];
    assert(Math.min(...xs) >= -2 && Math.max(...xs) <= 13 && Math.min(...ys) >= -2);
    return Math.max(...ys) - Math.min(...ys);
  });
  assert(Math.min(...lengths) < 14 && Math.max(...lengths) > 19, `${Math.max(...lengths)}`);
});
