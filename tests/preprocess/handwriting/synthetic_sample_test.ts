import { assert, assertAlmostEquals, assertEquals } from "../../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { nonDigitClass } from "@lib/model/networks/non_digit_class.ts";
import { disturbedShare } from "@lib/preprocess/handwriting/disturbed_share.ts";
import { nonDigit } from "@lib/preprocess/handwriting/non_digit/non_digit.ts";
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

Deno.test("syntheticSample() disturbs as large a share of the images without a digit as of the digits", () => {
  let [others, disturbed] = [0, 0];
  for (let i = 0; i < 2000; i++) {
    const own = rng.fork(i);
    if (own.uniform() >= nonDigitShare) continue;
    others++;
    const clean = nonDigit(digits, own);
    const isClean = syntheticSample(digits, 5, rng.fork(i)).pixels.join() === clean.join();
    disturbed += Number(!isClean);
  }
  const deviation = Math.sqrt(disturbedShare * (1 - disturbedShare) / others);
  assertAlmostEquals(disturbed / others, disturbedShare, 4 * deviation);
});
