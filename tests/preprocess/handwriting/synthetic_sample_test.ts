import { assert, assertEquals } from "../../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { nonDigitClass } from "@lib/model/networks/non_digit_class.ts";
import { nonDigitShare } from "@lib/preprocess/handwriting/non_digit_share.ts";
import { syntheticSample } from "@lib/preprocess/handwriting/synthetic_sample.ts";
import { digits } from "../../support/written_digits.ts";

const rng = rngFromSeed(17);

Deno.test("syntheticSample() is mostly the digit asked for, else no digit", () => {
  const samples = Array.from({ length: 1000 }, (_, i) => syntheticSample(digits, 5, rng.fork(i)));
  const others = samples.filter(({ label }) => label !== digits.labels[5]);
  assert(others.every(({ label }) => label === nonDigitClass));
  assert(Math.abs(others.length / 1000 - nonDigitShare) < 0.04, `${others.length}`);
  assert(samples.every(({ pixels }) => pixels.length === 784));
});

Deno.test("syntheticSample() depends on the index and the random numbers alone", () => {
  const samples = [0, 1, 2].map((i) => syntheticSample(digits, i, rng.fork(i)));
  assertEquals(syntheticSample(digits, 1, rng.fork(1)), samples[1]);
});
