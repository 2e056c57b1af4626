import { assert } from "../../../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { joinedDigits } from "@lib/preprocess/handwriting/non_digit/joined_digits.ts";
import { inkMass } from "../../../support/shapes.ts";
import { digits } from "../../../support/written_digits.ts";

Deno.test("joinedDigits() is wider than a digit, with more ink", () => {
  const rng = rngFromSeed(10);
  const joined = Array.from({ length: 200 }, (_, i) => joinedDigits(digits, rng.fork(i)));
  const mean = (of: (ink: typeof joined[0]) => number): number =>
    joined.reduce((sum, ink) => sum + of(ink), 0) / joined.length;
  assert(mean(({ width, height }) => width / height) > 1.1);
  assert(mean(inkMass) > 130, `${mean(inkMass)}`); // a digit has about 100
});
