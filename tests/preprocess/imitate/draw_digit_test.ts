import { assert, assertEquals, assertThrows } from "../../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { drawDigit } from "@lib/preprocess/imitate/draw_digit.ts";
import { digits } from "./written_digits.ts";

Deno.test("drawDigit() draws from all digits of the wanted kinds", () => {
  const rng = rngFromSeed(12);
  const drawn = new Set(Array.from({ length: 2000 }, () => drawDigit(digits, (d) => d > 7, rng)));
  assert([...drawn].every((index) => digits.labels[index] > 7));
  assertEquals(drawn.size, digits.labels.filter((label) => label > 7).length);
});

Deno.test("drawDigit() gives up where there is none", () => {
  const error = assertThrows(() => drawDigit(digits, () => false, rngFromSeed(1)), RangeError);
  assert(error.message.startsWith("Cannot draw a digit"));
});
