import { assertEquals, assertThrows } from "../support/assert.ts";
import { confusionMatrix } from "@lib/evaluate/confusion_matrix.ts";

Deno.test("confusionMatrix() counts with rows as true, columns as predicted labels", () => {
  assertEquals(confusionMatrix([0, 0, 0, 2], [0, 1, 1, 1], 3), [[1, 2, 0], [0, 0, 0], [0, 1, 0]]);
});

Deno.test("confusionMatrix() has ten classes by default and takes label arrays of bytes", () => {
  const confusion = confusionMatrix(new Uint8Array([9, 4]), new Uint8Array([4, 4]));
  assertEquals(confusion.length, 10);
  assertEquals(confusion[9], [0, 0, 0, 0, 1, 0, 0, 0, 0, 0]);
  assertEquals(confusion.flat().reduce((a, b) => a + b), 2);
});

Deno.test("confusionMatrix() of no labels is all zeros, and its rows are no shared array", () => {
  const confusion = confusionMatrix([], [], 2);
  assertEquals(confusion, [[0, 0], [0, 0]]);
  confusion[0][0]++;
  assertEquals(confusion[1][0], 0);
});

Deno.test("confusionMatrix() refuses label arrays of different lengths", () => {
  assertThrows(() => confusionMatrix([1, 2], [1]), TypeError, "found 2 true and 1 predicted");
});

Deno.test("confusionMatrix() refuses labels that are no class, and says where", () => {
  assertThrows(
    () => confusionMatrix([0, 10], [0, 0]),
    RangeError,
    "the true label at index 1: found 10, wanted an integer from 0 to 9",
  );
  assertThrows(() => confusionMatrix([0], [-1]), RangeError, "the predicted label at index 0");
  assertThrows(() => confusionMatrix([0.5], [0]), RangeError, "found 0.5");
  assertThrows(() => confusionMatrix([NaN], [0]), RangeError, "found NaN");
});
