import {
  assertAlmostEquals,
  assertEquals,
  assertGreater,
  assertRejects,
} from "../support/assert.ts";
import { answerOf, fakeModel } from "../support/fake_model.ts";
import { templateModel } from "../support/template_model.ts";
import * as tf from "@tensorflow/tfjs";
import { initBackend } from "@lib/backend/backend.ts";
import { imageAt } from "@lib/download/dataset.ts";
import { loadMnist } from "@lib/download/load_mnist.ts";
import { classify } from "@lib/model/classify.ts";

await initBackend("wasm");
const { train: known } = await loadMnist("small"); // the first 10,000 of the 60,000
const { train } = await loadMnist("package");
const model = templateModel(known);

/** A training digit that the model has not seen. */
const unseen = (i: number): Uint8Array => imageAt(train, 10_000 + i);

Deno.test("classify() gives digit, confidence and probabilities for each form, in order", async () => {
  const forms = Array.from({ length: 500 }, (_, i) => unseen(i));
  const classified = await classify(model, forms);
  const right = classified.filter(({ digit }, i) => digit === train.labels[10_000 + i]).length;
  assertGreater(right / 500, 0.75);
  for (const { digit, confidence, probabilities } of classified) {
    assertEquals(probabilities.length, 10);
    assertEquals(confidence, probabilities[digit]);
    assertEquals(confidence, Math.max(...probabilities));
    assertAlmostEquals(probabilities.reduce((a, b) => a + b), 1, 1e-5);
  }
});

/** A model whose outputs are all the mean of its input times a factor. */
function meanModel(classes: number, factor = 1): tf.LayersModel {
  const input = tf.input({ shape: [28, 28, 1] });
  const mean = tf.layers.globalAveragePooling2d({}).apply(input);
  const kernelInitializer = tf.initializers.constant({ value: factor });
  const dense = tf.layers.dense({ units: classes, kernelInitializer });
  return tf.model({ inputs: input, outputs: dense.apply(mean) as tf.SymbolicTensor });
}

const full = new Uint8Array(784).fill(255);

Deno.test("classify() shows the model pixels from 0 to 1", async () => {
  assertAlmostEquals((await classify(meanModel(10), [full]))[0].confidence, 1, 1e-6);
});

Deno.test("classify() tells digits from what is none, where the model knows such a class", async () => {
  const [{ probabilities, nonDigit }] = await classify(meanModel(11, 0.25), [full]);
  assertEquals(probabilities.length, 10);
  assertAlmostEquals(nonDigit, 0.25, 1e-6);
  assertEquals((await classify(meanModel(10), [full]))[0].nonDigit, 0);
});

Deno.test("classify() refuses what is no probability, and models of another shape", async () => {
  await assertRejects(() => classify(meanModel(10, NaN), [full]), RangeError, "gives NaN");
  await assertRejects(() => classify(meanModel(10, 7), [full]), RangeError, "gives 7");
  await assertRejects(() => classify(meanModel(7), [full]), TypeError, "output [batch, 7]");
});

Deno.test("classify() leaves no tensors behind", async () => {
  await classify(model, [unseen(0)]);
  const before = tf.memory().numTensors;
  for (let i = 0; i < 3; i++) await classify(model, [unseen(i), unseen(i + 1)]);
  assertEquals(tf.memory().numTensors, before);
});

Deno.test("classify() takes no forms, and refuses forms of another size", async () => {
  assertEquals(await classify(model, []), []);
  await assertRejects(() => classify(model, [new Uint8Array(400)]), RangeError, "found 400 pixels");
});

Deno.test("classify() asks once for the images that it is given twice, together or one after the other", async () => {
  const { model, asked } = fakeModel(({ area }) => answerOf(area % 10, 0.9, 0.05));
  const images = [0, 1, 2, 3, 4].map((area) => new Uint8Array(784).fill(255, 0, 300 + area));
  const first = await classify(model, [images[0], images[1], images[0], images[2]]);
  assertEquals(first.map(({ digit }) => digit), [0, 1, 0, 2]);
  assertEquals(asked(), 3);
  const next = await classify(model, [images[3], images[2], images[0], images[4]]);
  assertEquals(next.map(({ digit }) => digit), [3, 2, 0, 4]);
  assertEquals(asked(), 5);
  assertEquals(next[2], first[0]);
});

Deno.test("classify() keeps nothing that a caller may change", async () => {
  const [before] = await classify(model, [unseen(3)]);
  const wanted = before.probabilities.slice();
  before.probabilities.fill(0);
  const [after] = await classify(model, [unseen(3)]);
  assertEquals(after.probabilities, wanted);
});

Deno.test("classify() asks anew by other weights, and another model", async () => {
  const own = meanModel(11, 0.25);
  assertAlmostEquals((await classify(own, [full]))[0].nonDigit, 0.25, 1e-6);
  own.setWeights(own.getWeights().map((weight) => tf.fill(weight.shape, 0.5)));
  assertAlmostEquals((await classify(own, [full]))[0].nonDigit, 1, 1e-6);
  assertAlmostEquals((await classify(meanModel(11, 0.125), [full]))[0].nonDigit, 0.125, 1e-6);
});
