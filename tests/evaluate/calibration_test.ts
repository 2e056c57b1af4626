import { assert, assertAlmostEquals, assertEquals, assertThrows } from "../support/assert.ts";
import { calibration } from "@lib/evaluate/calibration.ts";
import { datasetOf, predictionsOf } from "./support.ts";

// Comparison with scikit-learn: reference_test.ts.

Deno.test("calibration() compares mean confidence and accuracy bin by bin", () => {
  // In (0.5, 0.75]: 0.625 and 0.75, one right. In (0.75, 1]: 0.875 and 1, both right.
  const dataset = datasetOf([1, 2, 3, 4]);
  const predictions = predictionsOf([[1, 0.625], [0, 0.75], [3, 0.875], [4, 1]]);
  assertEquals(calibration(dataset, predictions, 4), {
    error: (2 * (0.6875 - 0.5) + 2 * (1 - 0.9375)) / 4,
    bins: [
      { low: 0.5, high: 0.75, count: 2, confidence: 0.6875, accuracy: 0.5 },
      { low: 0.75, high: 1, count: 2, confidence: 0.9375, accuracy: 1 },
    ],
  });
});

Deno.test("calibration() is perfect where as many are right as the confidence says", () => {
  const labels = Array.from({ length: 8 }, (_, i) => i < 6 ? 5 : 3);
  const { error } = calibration(datasetOf(labels), predictionsOf(labels.map(() => [5, 0.75])));
  assertEquals(error, 0);
});

Deno.test("calibration() of a sure reader who is always wrong is 1", () => {
  const { error, bins } = calibration(datasetOf([1, 2]), predictionsOf([[2, 1], [1, 1]]));
  assertEquals(error, 1);
  assertEquals(bins, [{ low: 0.9, high: 1, count: 2, confidence: 1, accuracy: 0 }]);
});

Deno.test("calibration() counts every image, whatever its confidence", () => {
  const confidences = Array.from({ length: 101 }, (_, i) => i / 100);
  const predictions = predictionsOf(confidences.map((confidence) => [0, confidence]));
  const { bins } = calibration(datasetOf(confidences.map(() => 0)), predictions, 7);
  assertEquals(bins.reduce((sum, { count }) => sum + count, 0), 101);
  for (const { low, high, confidence } of bins) {
    assertAlmostEquals(confidence, (low + high) / 2, 0.01);
  }
});

Deno.test("calibration() of no images has no bins and no error", () => {
  assertEquals(calibration(datasetOf([]), predictionsOf([])), { error: 0, bins: [] });
});

Deno.test("calibration() refuses predictions of another data set and impossible bins", () => {
  const [dataset, predictions] = [datasetOf([1]), predictionsOf([[1, 0.9]])];
  assertThrows(() => calibration(datasetOf([1, 2]), predictions), TypeError, "1 predictions for 2");
  assertThrows(() => calibration(dataset, predictions, 0), RangeError, "in 0 bins");
  assertThrows(() => calibration(dataset, predictions, 2.5), RangeError, "in 2.5 bins");
});

Deno.test("calibration() in bins of equal mass puts as many images into each", () => {
  for (const [size, binCount] of [[100, 10], [103, 10], [7, 3], [5, 10]]) {
    const entries = Array.from(
      { length: size },
      (_, i): [number, number] => [i % 2, (i + 1) / size],
    );
    const labels = entries.map(() => 0);
    const { bins } = calibration(datasetOf(labels), predictionsOf(entries), binCount, "equal mass");
    assertEquals(bins.reduce((sum, { count }) => sum + count, 0), size);
    assertEquals(bins.length, Math.min(size, binCount));
    for (const [i, { low, high, count, confidence }] of bins.entries()) {
      assert(Math.abs(count - size / bins.length) < 1, `${count} of ${size}`);
      assert(low < confidence && confidence <= high + 1e-12);
      assertEquals(low, i === 0 ? 0 : bins[i - 1].high);
    }
  }
});

Deno.test("calibration() in bins of equal mass keeps images of the same confidence together", () => {
  const entries = Array.from({ length: 40 }, (_, i): [number, number] => [0, i < 30 ? 1 : 0.5]);
  const dataset = datasetOf(entries.map((_, i) => i % 2));
  const { bins, error } = calibration(dataset, predictionsOf(entries), 10, "equal mass");
  assertEquals(bins.map(({ count, accuracy }) => [count, accuracy]), [[10, 0.5], [30, 0.5]]);
  assertEquals(error, 0.75 * 0.5);
});
