import { assert, assertEquals, assertThrows } from "../../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { pickDigit } from "@lib/preprocess/dataset/pick_digit.ts";
import { digits } from "../../support/written_digits.ts";

Deno.test("pickDigit() draws from all digits of the wanted kinds", () => {
  const rng = rngFromSeed(12);
  const drawn = new Set(Array.from({ length: 2000 }, () => pickDigit(digits, (d) => d > 7, rng)));
  assert([...drawn].every((index) => digits.labels[index] > 7));
  assertEquals(drawn.size, digits.labels.filter((label) => label > 7).length);
});

Deno.test("pickDigit() gives up where there is none", () => {
  const error = assertThrows(() => pickDigit(digits, () => false, rngFromSeed(1)), RangeError);
  assert(error.message.startsWith("Cannot draw a digit"));
});
