import { assertAlmostEquals, assertEquals, assertThrows } from "../support/assert.ts";
import { classMetrics } from "@lib/evaluate/class_metrics.ts";

// Comparison with scikit-learn: reference_test.ts.

Deno.test("classMetrics() of a matrix worked out by hand", () => {
  const metrics = classMetrics([[2, 1, 0], [0, 3, 0], [0, 2, 0]]);
  assertEquals(metrics.accuracy, 5 / 8);
  assertEquals(metrics.perClass, [
    { precision: 1, recall: 2 / 3, f1: 4 / 5, support: 3 },
    { precision: 1 / 2, recall: 1, f1: 2 / 3, support: 3 },
    { precision: 0, recall: 0, f1: 0, support: 2 },
  ]);
  assertEquals(metrics.micro, { precision: 5 / 8, recall: 5 / 8, f1: 5 / 8 });
  assertAlmostEquals(metrics.macro.precision, (1 + 1 / 2) / 3, 1e-15);
  assertAlmostEquals(metrics.macro.recall, (2 / 3 + 1) / 3, 1e-15);
  assertAlmostEquals(metrics.macro.f1, (4 / 5 + 2 / 3) / 3, 1e-15);
  assertAlmostEquals(metrics.weighted.precision, (3 * 1 + 3 / 2) / 8, 1e-15);
  assertAlmostEquals(metrics.weighted.recall, 5 / 8, 1e-15);
  assertAlmostEquals(metrics.weighted.f1, (3 * 4 / 5 + 3 * 2 / 3) / 8, 1e-15);
});

Deno.test("classMetrics() of no images, or no classes, is 0 everywhere, never NaN", () => {
  const none = { precision: 0, recall: 0, f1: 0 };
  for (const confusion of [[[0, 0], [0, 0]], []]) {
    assertEquals(classMetrics(confusion), {
      accuracy: 0,
      perClass: confusion.map(() => ({ ...none, support: 0 })),
      macro: none,
      micro: none,
      weighted: none,
    });
  }
});

Deno.test("classMetrics() refuses a matrix that is not square", () => {
  assertThrows(() => classMetrics([[1, 2], [3]]), TypeError, "found 1 columns in row 1");
  assertThrows(() => classMetrics([[1, 2, 3], [4, 5, 6]]), TypeError, "wanted a square");
});
