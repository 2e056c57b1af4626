import { assert, assertEquals } from "../../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { noDigitClass } from "@lib/model/no_digit_class.ts";
import { noDigitShare } from "@lib/preprocess/imitate/no_digit_share.ts";
import { readingSample } from "@lib/preprocess/imitate/reading_sample.ts";
import { digits } from "./written_digits.ts";

const rng = rngFromSeed(17);

Deno.test("readingSample() is mostly the digit asked for, else no digit", () => {
  const samples = Array.from({ length: 1000 }, (_, i) => readingSample(digits, 5, rng.fork(i)));
  const others = samples.filter(({ label }) => label !== digits.labels[5]);
  assert(others.every(({ label }) => label === noDigitClass));
  assert(Math.abs(others.length / 1000 - noDigitShare) < 0.04, `${others.length}`);
  assert(samples.every(({ pixels }) => pixels.length === 784));
});

Deno.test("readingSample() hangs on index and random numbers alone", () => {
  const samples = [0, 1, 2].map((i) => readingSample(digits, i, rng.fork(i)));
  assertEquals(readingSample(digits, 1, rng.fork(1)), samples[1]);
});
