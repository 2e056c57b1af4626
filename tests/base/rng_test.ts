import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertNotEquals,
  assertThrows,
} from "../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";

function draws(seed: number, count = 1000): number[] {
  const rng = rngFromSeed(seed);
  return Array.from({ length: count }, () => rng.uniform());
}

Deno.test("rngFromSeed() gives the same stream for the same seed, another for another", () => {
  assertEquals(draws(7), draws(7));
  assertNotEquals(draws(7), draws(8));
  assertNotEquals(draws(7), draws(7 + 2 ** 32));
});

Deno.test("rngFromSeed() refuses what is no integer", () => {
  assertThrows(() => rngFromSeed(0.5), RangeError, "Cannot use 0.5 as a seed");
});

Deno.test("Rng.uniform() stays in [0, 1) with mean 1/2 and variance 1/12", () => {
  const values = draws(1, 100_000);
  const mean = values.reduce((a, b) => a + b) / values.length;
  const variance = values.reduce((a, b) => a + (b - mean) ** 2, 0) / values.length;
  assert(values.every((value) => value >= 0 && value < 1));
  assertAlmostEquals(mean, 0.5, 0.005);
  assertAlmostEquals(variance, 1 / 12, 0.002);
});

Deno.test("Rng.normal() has mean 0 and variance 1", () => {
  const rng = rngFromSeed(2);
  const values = Array.from({ length: 100_000 }, () => rng.normal());
  const mean = values.reduce((a, b) => a + b) / values.length;
  assertAlmostEquals(mean, 0, 0.02);
  assertAlmostEquals(values.reduce((a, b) => a + b * b, 0) / values.length, 1, 0.02);
});

Deno.test("Rng.integer() draws every value equally often and refuses a bound below 1", () => {
  const rng = rngFromSeed(3);
  const counts = new Array(6).fill(0);
  for (let i = 0; i < 60_000; i++) counts[rng.integer(6)]++;
  for (const count of counts) assertAlmostEquals(count, 10_000, 500);
  assertThrows(() => rng.integer(0), RangeError, "must be 1 to 2^32");
});

Deno.test("Rng.permutation() holds every index once, in an order of the seed", () => {
  const order = rngFromSeed(4).permutation(1000);
  assertEquals([...order].sort((a, b) => a - b), Array.from({ length: 1000 }, (_, i) => i));
  assertEquals(order, rngFromSeed(4).permutation(1000));
  assertNotEquals(order, rngFromSeed(5).permutation(1000));
});

Deno.test("Rng.split() does not depend on what was drawn before, and its parts differ", () => {
  const fresh = rngFromSeed(6);
  const used = rngFromSeed(6);
  used.uniform();
  const [a, b] = [fresh.stream("a"), fresh.stream("b")];
  assertEquals(a.uniform(), used.stream("a").uniform());
  assertNotEquals(a.uniform(), b.uniform());
});

Deno.test("stream() gives the same stream for a name whatever was drawn or asked for before", () => {
  const [fresh, used] = [rngFromSeed(5), rngFromSeed(5)];
  for (let i = 0; i < 10; i++) used.uniform();
  used.stream("order").uniform();
  assertEquals(fresh.stream("weights").permutation(9), used.stream("weights").permutation(9));
});

Deno.test("streams of other names, other seeds, and forks are unrelated", () => {
  const names = ["", "a", "b", "ab", "ba", "split", "Split", "weights", "größe", "0", "1"];
  const firsts = [1, 2, 2 ** 40].flatMap((seed) => [
    ...names.map((name) => rngFromSeed(seed).stream(name).integer(2 ** 32)),
    ...names.map((_, index) => rngFromSeed(seed).fork(index).integer(2 ** 32)),
  ]);
  assertEquals(new Set(firsts).size, firsts.length);
});
