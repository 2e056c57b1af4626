import {
  assert,
  assertEquals,
  assertLess,
  assertRejects,
  assertThrows,
} from "../support/assert.ts";
import { tinyData } from "../support/tiny_data.ts";
import * as tf from "@tensorflow/tfjs";
import { initBackend } from "@lib/backend/backend.ts";
import { profileNamed } from "@lib/base/profile.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { rangeTest } from "@lib/tune/rate_range.ts";
import { suggestRate } from "@lib/tune/suggest_rate.ts";

await initBackend("wasm");

const [forTrain, forValidation] = [0, 1].map((part) => rngFromSeed(1).fork(part));
const data = { train: tinyData(200, forTrain), validation: tinyData(20, forValidation) };
const profile = profileNamed("smoke");

Deno.test("rangeTest() raises the rate by one factor, ends once it diverged, and frees its network", async () => {
  const before = tf.memory().numTensors;
  const { rates, losses, smoothed, diverged, suggested, rule } = await rangeTest(data, { profile });
  assertEquals([losses.length, smoothed.length], [rates.length, rates.length]);
  assertEquals([rates[0], rule], [1e-4, "tenth"]);
  const factors = rates.slice(1).map((rate, i) => rate / rates[i]);
  assertLess(Math.max(...factors) - Math.min(...factors), 1e-9);
  assertLess(rates.at(-1)!, 99);
  assert(diverged! > suggested && suggested > 1e-3, `${suggested} ${diverged}`);
  assertEquals(tf.memory().numTensors, before);
});

Deno.test("rangeTest() goes to the end where nothing diverges, and takes the steepest fall", async () => {
  let share = 0;
  const onStep = (done: number): void => void (share = done);
  const options = { profile, low: 1e-4, high: 0.05, steps: 20, onStep };
  const { rates, rule, suggested, steepest } = await rangeTest(data, options);
  assertEquals([rates.length, rule, suggested, share], [21, "steepest", steepest, 1]);
  assertLess(Math.abs(rates.at(-1)! - 0.05), 1e-9);
});

Deno.test("rangeTest() refuses rates that do not rise, and stops when told to", async () => {
  const falling = { profile, low: 1, high: 0.1 };
  await assertRejects(() => rangeTest(data, falling), RangeError, "from 1 to 0.1");
  const signal = AbortSignal.abort(new Error("enough"));
  await assertRejects(() => rangeTest(data, { profile, signal }), Error, "enough");
});

Deno.test("suggestRate() finds the fall and the divergence of a drawn curve, noise or not", () => {
  for (let seed = 0; seed < 20; seed++) {
    const rng = rngFromSeed(seed);
    const [fall, wall] = [10 ** rng.between(-3, -1.5), 10 ** rng.between(-0.5, 0.5)];
    const rates = Array.from({ length: 150 }, (_, step) => 10 ** (step / 25 - 4));
    const losses = rates.map((rate) =>
      0.3 + 2 / (1 + (rate / fall) ** 2) + (rate / wall) ** 3 + 0.02 * rng.normal()
    );
    const { steepest, diverged, suggested } = suggestRate(rates, losses);
    // 2 x² / (1 + x²) over log x is steepest at x = 1; at the wall the loss has risen by 1 of 2.
    assertLess(Math.abs(Math.log10(steepest / fall)), 0.2, `seed ${seed}`);
    assertLess(Math.abs(Math.log10(diverged! / wall)), 0.15, `seed ${seed}`);
    assertEquals(suggested, diverged! / 10);
  }
});

Deno.test("suggestRate() refuses too few losses, and a loss that never falls", () => {
  assertThrows(() => suggestRate([1, 2], [1, 2]), RangeError, "from 2 losses of 2 rates");
  assertThrows(() => suggestRate([1, 2, 3], [1, 2]), RangeError, "from 2 losses of 3 rates");
  const rates = Array.from({ length: 30 }, (_, step) => step + 1);
  assertThrows(() => suggestRate(rates, rates), RangeError, "a loss that never falls");
});
