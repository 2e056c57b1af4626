import { assertEquals } from "../../support/assert.ts";
import { digitAt } from "@lib/preprocess/dataset/digit_at.ts";
import { digits } from "../../support/written_digits.ts";

Deno.test("digitAt() shows one image of the data set", () => {
  const { width, height, pixels } = digitAt(digits, 3);
  assertEquals([width, height], [28, 28]);
  assertEquals(pixels, digits.images.slice(3 * 784, 4 * 784));
});
