import { assertAlmostEquals, assertEquals, assertLess, assertThrows } from "../support/assert.ts";
import { accuracyInterval, type Level } from "@lib/evaluate/interval.ts";

// Comparison with SciPy: reference_test.ts.

Deno.test("accuracyInterval() of 5 right of 10 is Wilson's, worked out by hand", () => {
  // With p = 1/2 its centre is 1/2, its half width z / (2 sqrt(n + z²)).
  const half = 1.959963984540054 / (2 * Math.sqrt(10 + 1.959963984540054 ** 2));
  const [low, high] = accuracyInterval(5, 10);
  assertAlmostEquals(low, 0.5 - half, 1e-15);
  assertAlmostEquals(high, 0.5 + half, 1e-15);
});

Deno.test("accuracyInterval() stays within 0 and 1 and is not empty at the ends", () => {
  for (let total = 1; total <= 200; total++) {
    const [low, high] = accuracyInterval(0, total);
    assertEquals(low, 0);
    assertAlmostEquals(high, 1.959963984540054 ** 2 / (total + 1.959963984540054 ** 2), 1e-15);
    const [mirrored, one] = accuracyInterval(total, total);
    assertEquals(one, 1);
    assertAlmostEquals(mirrored, 1 - high, 1e-15);
  }
});

Deno.test("accuracyInterval() narrows with more images and widens with the level", () => {
  const width = (total: number, level: Level): number => {
    const [low, high] = accuracyInterval(0.9 * total, total, level);
    return high - low;
  };
  assertLess(width(10_000, 0.95), width(1000, 0.95) / 3);
  assertLess(width(1000, 0.9), width(1000, 0.95));
  assertLess(width(1000, 0.95), width(1000, 0.99));
});

Deno.test("accuracyInterval() refuses impossible counts and other levels", () => {
  for (const [right, total] of [[-1, 10], [11, 10], [0, 0], [0.5, 1], [NaN, 1], [1, Infinity]]) {
    assertThrows(() => accuracyInterval(right, total), RangeError, `${right} right of ${total}`);
  }
  assertThrows(() => accuracyInterval(1, 2, 0.5 as Level), RangeError, "wanted 0.9, 0.95, 0.99");
});
