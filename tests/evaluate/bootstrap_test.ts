import { assert, assertAlmostEquals, assertEquals, assertThrows } from "../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { bootstrapIntervals } from "@lib/evaluate/bootstrap.ts";
import { accuracyInterval } from "@lib/evaluate/interval.ts";

const share = (isRight: readonly boolean[]) => (counts: Uint32Array) => ({
  share: isRight.reduce((sum, right, i) => sum + (right ? counts[i] : 0), 0) / isRight.length,
});

Deno.test("bootstrapIntervals() of an accuracy lie where Wilson's do", () => {
  for (const [right, size] of [[900, 1000], [1500, 3000], [990, 1000]]) {
    const isRight = Array.from({ length: size }, (_, i) => i < right);
    const options = { rng: rngFromSeed(right), resamples: 2000 };
    const { share: [low, high] } = bootstrapIntervals(size, share(isRight), options);
    const [wantedLow, wantedHigh] = accuracyInterval(right, size);
    assertAlmostEquals(low, wantedLow, 0.004);
    assertAlmostEquals(high, wantedHigh, 0.004);
  }
});

Deno.test("bootstrapIntervals() hold the true share as often as their level says", () => {
  const [trials, size] = [200, 60];
  for (const level of [0.5, 0.9]) {
    const held = Array.from({ length: trials }, (_, trial) => {
      const rng = rngFromSeed(trial);
      const isRight = Array.from({ length: size }, () => rng.uniform() < 0.7);
      const options = { rng: rng.stream("draws"), resamples: 200, level };
      const { share: [low, high] } = bootstrapIntervals(size, share(isRight), options);
      return low <= 0.7 && 0.7 <= high;
    }).filter(Boolean).length;
    assertAlmostEquals(held / trials, level, 0.1, `${held} of ${trials} at ${level}`);
  }
});

Deno.test("bootstrapIntervals() depend on the seed alone, and draw as many images as there are", () => {
  const draw = (seed: number): unknown =>
    bootstrapIntervals(50, (counts) => {
      assertEquals(counts.reduce((sum, count) => sum + count), 50);
      return { first: counts[0] };
    }, { rng: rngFromSeed(seed), resamples: 300 });
  assertEquals(draw(1), draw(1));
  assert(
    JSON.stringify(draw(1)) !== JSON.stringify(bootstrapIntervals(50, (counts) => ({
      first: counts[1],
    }), { rng: rngFromSeed(1), resamples: 7, level: 0.5 })),
  );
});

Deno.test("bootstrapIntervals() interpolate between resamples, and leave undefined what is", () => {
  const values = [3, 1, 2, 5, 4];
  let next = 0;
  const { value, none } = bootstrapIntervals(1, () => {
    next++;
    return { value: values[next - 1], none: next === 3 ? NaN : 1 };
  }, { rng: rngFromSeed(1), resamples: 5, level: 0.7 });
  assertAlmostEquals(value[0], 1.6, 1e-12);
  assertAlmostEquals(value[1], 4.4, 1e-12);
  assertEquals(none, [NaN, NaN]);
});

Deno.test("bootstrapIntervals() refuse no images, no resamples and no level", () => {
  const draw = (size: number, resamples: number, level: number) => (): unknown =>
    bootstrapIntervals(size, () => ({}), { rng: rngFromSeed(1), resamples, level });
  assertThrows(draw(0, 10, 0.9), RangeError, "among 0 images");
  assertThrows(draw(10, 0, 0.9), RangeError, "draw 0 times");
  assertThrows(draw(10, 1.5, 0.9), RangeError, "draw 1.5 times");
  for (const level of [0, 1, NaN]) assertThrows(draw(10, 10, level), RangeError, `level ${level}`);
});
