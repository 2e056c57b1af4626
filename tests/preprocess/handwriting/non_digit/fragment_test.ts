import { assert, assertThrows } from "../../../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { fragment } from "@lib/preprocess/handwriting/non_digit/fragment.ts";
import { inkMass } from "../../../support/shapes.ts";
import { digits } from "../../../support/written_digits.ts";

Deno.test("fragment() has about half of a digit's ink", () => {
  const rng = rngFromSeed(11);
  const masses = Array.from({ length: 300 }, (_, i) => inkMass(fragment(digits, rng.fork(i))));
  const mean = masses.reduce((a, b) => a + b) / masses.length;
  assert(mean > 30 && mean < 70, `${mean}`);
});

Deno.test("fragment() refuses 1s alone", () => {
  const ones = { images: new Uint8Array(784), labels: Uint8Array.of(1), size: 1 };
  assertThrows(() => fragment(ones, rngFromSeed(1)), RangeError, "found none that will do");
});
