import { assert, assertEquals, assertLess, assertThrows } from "../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { sum } from "@lib/base/statistics.ts";
import { halton } from "@lib/tune/halton.ts";

/** How unevenly points fill the boxes of a grid over two of their coordinates. */
function unevenness(points: readonly (readonly number[])[], [a, b]: readonly number[]): number {
  const side = 6;
  const counts = new Array<number>(side * side).fill(0);
  for (const point of points) {
    counts[Math.floor(point[a] * side) * side + Math.floor(point[b] * side)]++;
  }
  const even = points.length / counts.length;
  return sum(counts.map((count) => (count - even) ** 2));
}

Deno.test("halton() fills boxes more evenly than chance, in any two dimensions, for any seed", () => {
  for (let seed = 0; seed < 6; seed++) {
    const rng = rngFromSeed(seed);
    const points = Array.from({ length: 144 }, (_, index) => halton(index, 7, rng));
    const random = points.map((point) => point.map(() => rng.uniform()));
    let [even, chance] = [0, 0];
    for (let a = 0; a < 7; a++) {
      for (let b = 0; b < a; b++) {
        even += unevenness(points, [a, b]);
        chance += unevenness(random, [a, b]);
      }
    }
    assertLess(even, 0.8 * chance, `seed ${seed}`);
    assert(points.flat().every((value) => value >= 0 && value < 1));
  }
});

Deno.test("halton() puts one of every base points into each part of its dimension", () => {
  for (let seed = 0; seed < 5; seed++) {
    [2, 3, 5, 7, 11, 13, 17, 19, 23, 29].forEach((base, dimension) => {
      const from = base * rngFromSeed(seed).integer(50);
      const parts = Array.from({ length: base }, (_, i) => {
        return Math.floor(halton(from + i, 10, rngFromSeed(seed))[dimension] * base);
      });
      assertEquals(new Set(parts).size, base);
    });
  }
});

Deno.test("halton() hangs on its stream alone, differs by seed, and refuses eleven dimensions", () => {
  const [a, b] = [1, 2].map((seed) => halton(5, 3, rngFromSeed(seed)));
  assertEquals(halton(5, 3, rngFromSeed(1)), a);
  assert(a.every((value, i) => value !== b[i]));
  assertThrows(() => halton(0, 11, rngFromSeed(1)), RangeError, "Cannot fill 11 dimensions");
});
