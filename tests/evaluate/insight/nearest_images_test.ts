import { assertEquals, assertThrows } from "../../support/assert.ts";
import { nearestImages } from "@lib/evaluate/insight/nearest_images.ts";

const set = { values: Float32Array.of(0, 0, 5, 5, 1, 0, 0, 2), width: 2 };

Deno.test("nearestImages() gives the nearest first, no more than there are", () => {
  assertEquals(nearestImages([0.1, 0], set, 3), [0, 2, 3]);
  assertEquals(nearestImages([5, 4], set, 9), [1, 3, 2, 0]);
});

Deno.test("nearestImages() refuses features of another number", () => {
  assertThrows(() => nearestImages([1], set, 1), TypeError, "1 features with some of 2");
});
