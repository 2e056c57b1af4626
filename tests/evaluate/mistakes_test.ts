import { assertAlmostEquals, assertEquals, assertThrows } from "../support/assert.ts";
import { mistakes } from "@lib/evaluate/mistakes.ts";
import { datasetOf, predictionsOf } from "./support.ts";

Deno.test("mistakes() lists what was read wrongly, the surest first", () => {
  const dataset = datasetOf([1, 2, 3, 4]);
  const predictions = predictionsOf([[7, 0.5], [2, 0.9], [8, 0.75], [9, 0.25]]);
  assertEquals(mistakes(dataset, predictions), [
    { index: 2, truth: 3, predicted: 8, confidence: 0.75 },
    { index: 0, truth: 1, predicted: 7, confidence: 0.5 },
    { index: 3, truth: 4, predicted: 9, confidence: 0.25 },
  ]);
});

Deno.test("mistakes() gives the wrong digit's probability, and ties in the data set's order", () => {
  const found = mistakes(datasetOf([0, 0, 0]), predictionsOf([[1, 0.6], [2, 0.6], [3, 0.6]]));
  assertEquals(found.map(({ index }) => index), [0, 1, 2]);
  assertAlmostEquals(found[0].confidence, 0.6, 1e-7);
});

Deno.test("mistakes() of a perfect reader, or of no images, is empty", () => {
  assertEquals(mistakes(datasetOf([3]), predictionsOf([[3, 0.4]])), []);
  assertEquals(mistakes(datasetOf([]), predictionsOf([])), []);
});

Deno.test("mistakes() refuses predictions of another data set", () => {
  assertThrows(
    () => mistakes(datasetOf([1, 2]), predictionsOf([[1, 0.9]])),
    TypeError,
    "found 1 predictions for 2 images",
  );
});
