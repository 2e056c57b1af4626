import * as tf from "@tensorflow/tfjs";
import { initBackend } from "@lib/backend/backend.ts";
import { labelsOf, type LossName } from "@lib/backend/plan/labels_of.ts";
import { assertEquals } from "../../support/assert.ts";

await initBackend("cpu");

function labels(targets: tf.TensorLike, loss: LossName): number[] | undefined {
  return tf.tidy(() => {
    const found = labelsOf(tf.tensor(targets), loss, 3);
    return found === undefined ? undefined : [...found];
  });
}

Deno.test("labelsOf() reads one-hot targets, and refuses any other", () => {
  const read = (rows: number[][]): number[] | undefined => labels(rows, "categoricalCrossentropy");
  assertEquals(read([[0, 0, 1], [1, 0, 0]]), [2, 0]);
  assertEquals(read([[0, 0, 0], [1, 0, 0]]), undefined);
  assertEquals(read([[1, 0, 1]]), undefined);
  assertEquals(read([[0.5, 0.5, 0]]), undefined);
  assertEquals(read([[1, 0, NaN]]), undefined);
  assertEquals(read([[1, 0, 0, 0]]), undefined);
});

Deno.test("labelsOf() reads classes, and refuses what is none", () => {
  const read = (rows: number[][]): number[] | undefined =>
    labels(rows, "sparseCategoricalCrossentropy");
  assertEquals(read([[2], [0]]), [2, 0]);
  for (const wrong of [3, -1, 0.5, NaN]) assertEquals(read([[0], [wrong]]), undefined);
});
