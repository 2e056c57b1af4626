import { assertEquals, assertThrows } from "../../support/assert.ts";
import { oneHot } from "@lib/preprocess/dataset/one_hot.ts";

Deno.test("oneHot() puts one 1 in each row, at the digit", () => {
  const digits = Uint8Array.from({ length: 10 }, (_, digit) => digit);
  const rows = oneHot(digits);
  const identity = Array.from({ length: 100 }, (_, i) => i % 11 === 0 ? 1 : 0);
  assertEquals([...rows], identity);
  assertEquals([...oneHot(new Uint8Array([2]))], [0, 0, 1, 0, 0, 0, 0, 0, 0, 0]);
  assertEquals(oneHot(new Uint8Array()).length, 0);
});

Deno.test("oneHot() refuses a label above 9 and says where it is", () => {
  assertThrows(
    () => oneHot(new Uint8Array([3, 9, 10])),
    RangeError,
    "Cannot one-hot encode label 10 at index 2: must be 0 to 9",
  );
});
