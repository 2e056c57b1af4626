import { assert, assertAlmostEquals } from "../../../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import type { InkImage } from "@lib/image/ink_image.ts";
import { allographs } from "@lib/preprocess/handwriting/writer/allographs.ts";
import { bar, inkOf } from "../../../support/shapes.ts";

const rng = rngFromSeed(7);
// The middle of two rows that follow each other is the middle column, 2; that of one row is not.
const zigzag = inkOf(...Array.from({ length: 20 }, (_, y) => y % 2 === 0 ? "##..." : "...##"));
const margin = 12;

const changed = (ink: InkImage, label: number): InkImage[] =>
  Array.from({ length: 2000 }, (_, i) => allographs(ink, label, rng.fork(i)))
    .filter((other) => other !== ink);
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Columns with ink in the rows from one to before another, counted from the middle of the zigzag. */
function columns({ width, pixels }: InkImage, from: number, to: number): number[] {
  return [...pixels.keys()].filter((at) => {
    const y = Math.floor(at / width) - margin;
    return pixels[at] > 64 && y >= from && y < to;
  }).map((at) => at % width - margin - 2);
}

Deno.test("allographs() bars a 7 evenly on both sides of its stem's middle in two rows", () => {
  for (const ink of changed(zigzag, 7)) {
    const found = columns(ink, 0, 20);
    assert(Math.abs(Math.min(...found) + Math.max(...found)) <= 1);
  }
});

Deno.test("allographs() puts the foot of a 1 under its stem's middle in two rows", () => {
  const feet = changed(zigzag, 1).map((ink) => columns(ink, 18, 21))
    .filter((found) => Math.max(...found) > 3);
  assert(feet.length > 100, `${feet.length}`);
  const middles = feet.map((found) => (Math.min(...found) + Math.max(...found)) / 2);
  assertAlmostEquals(mean(middles), 0, 0.4);
});

Deno.test("allographs() slants a mirrored 9, and does not turn it", () => {
  const flat = bar(60, 3);
  const nines = changed(flat, 9);
  assert(nines.length > 100, `${nines.length}`);
  for (const { width, pixels } of nines) {
    const row = (isThere: (x: number) => boolean): number => {
      const places = [...pixels.keys()].filter((at) => pixels[at] > 64 && isThere(at % width));
      return mean(places.map((at) => Math.floor(at / width)));
    };
    const [left, right] = [row((x) => x > 8 && x < 20), row((x) => x > 40 && x < 52)];
    assertAlmostEquals(left, right, 0.05);
  }
});
