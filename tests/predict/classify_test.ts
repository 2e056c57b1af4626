import {
  assertAlmostEquals,
  assertEquals,
  assertGreater,
  assertThrows,
} from "../support/assert.ts";
import { templateModel } from "../support/template_model.ts";
import * as tf from "@tensorflow/tfjs";
import { initBackend } from "@lib/backend/backend.ts";
import { imageAt } from "@lib/download/dataset.ts";
import { loadMnist } from "@lib/download/mnist.ts";
import { classify } from "@lib/predict/classify.ts";

await initBackend("wasm");
const { train, test } = await loadMnist("small");
const model = templateModel(train);

Deno.test("classify() gives digit, confidence and probabilities for each form, in order", () => {
  const forms = Array.from({ length: 500 }, (_, i) => imageAt(test, i));
  const classified = classify(model, forms);
  const right = classified.filter(({ digit }, i) => digit === test.labels[i]).length;
  assertGreater(right / 500, 0.75);
  for (const { digit, confidence, probabilities } of classified) {
    assertEquals(probabilities.length, 10);
    assertEquals(confidence, probabilities[digit]);
    assertEquals(confidence, Math.max(...probabilities));
    assertAlmostEquals(probabilities.reduce((a, b) => a + b), 1, 1e-5);
  }
});

Deno.test("classify() shows the model pixels from 0 to 1", () => {
  const input = tf.input({ shape: [28, 28, 1] });
  const sum = tf.layers.globalAveragePooling2d({}).apply(input) as tf.SymbolicTensor;
  const spy = tf.model({ inputs: input, outputs: sum });
  assertAlmostEquals(classify(spy, [new Uint8Array(784).fill(255)])[0].confidence, 1, 1e-6);
});

Deno.test("classify() leaves no tensors behind", () => {
  classify(model, [imageAt(test, 0)]);
  const before = tf.memory().numTensors;
  for (let i = 0; i < 3; i++) classify(model, [imageAt(test, i), imageAt(test, i + 1)]);
  assertEquals(tf.memory().numTensors, before);
});

Deno.test("classify() takes no forms, and refuses forms of another size", () => {
  assertEquals(classify(model, []), []);
  assertThrows(() => classify(model, [new Uint8Array(400)]), RangeError, "found 400 pixels");
});
