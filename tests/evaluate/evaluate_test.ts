import * as tf from "@tensorflow/tfjs";
import { assertEquals, assertRejects } from "../support/assert.ts";
import { initBackend } from "@lib/backend/backend.ts";
import { classMetrics } from "@lib/evaluate/class_metrics.ts";
import { evaluate } from "@lib/evaluate/evaluate.ts";
import { accuracyInterval } from "@lib/evaluate/interval.ts";
import { datasetOf, inkedDataset, pixelReader } from "./support.ts";

await initBackend("wasm");
const model = pixelReader();

/** 300 images, more than one batch, of which every tenth is read as a 9. */
const labels = Array.from({ length: 300 }, (_, i) => i % 7);
const dataset = inkedDataset(labels.map((label, i) => i % 10 === 0 ? 9 : label), labels);

Deno.test("evaluate() scores every image of the data set", async () => {
  const evaluation = await evaluate(model, dataset);
  assertEquals(evaluation.accuracy, 0.9);
  assertEquals(evaluation.interval, accuracyInterval(270, 300));
  assertEquals(evaluation.confusion.flat().reduce((a, b) => a + b), 300);
  assertEquals(evaluation.confusion.map((row) => row[9]).reduce((a, b) => a + b), 30);
  assertEquals(evaluation.predictions.labels.length, 300);
  const { accuracy, perClass, macro, micro, weighted } = evaluation;
  assertEquals(
    { accuracy, perClass, macro, micro, weighted },
    classMetrics(evaluation.confusion),
  );
  assertEquals(perClass[9], { precision: 0, recall: 0, f1: 0, support: 0 });
  assertEquals(perClass[6].support, labels.filter((label) => label === 6).length);
});

Deno.test("evaluate() of a perfect reader is 1, its interval not", async () => {
  const { accuracy, interval, macro } = await evaluate(model, inkedDataset([0, 1, 2, 3]));
  assertEquals(accuracy, 1);
  assertEquals(interval, accuracyInterval(4, 4));
  assertEquals(macro.recall, 0.4); // six digits have no support
});

Deno.test("evaluate() leaks no tensor", async () => {
  const before = tf.memory().numTensors;
  await evaluate(model, dataset);
  assertEquals(tf.memory().numTensors, before);
});

Deno.test("evaluate() refuses an empty data set", async () => {
  await assertRejects(
    () => evaluate(model, datasetOf([])),
    RangeError,
    "wanted at least one image",
  );
});
