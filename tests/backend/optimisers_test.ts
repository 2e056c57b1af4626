import * as tf from "@tensorflow/tfjs";
import { initBackend } from "@lib/backend/backend.ts";
import { assert } from "../support/assert.ts";
import { assertClose, normalTensor } from "./compare_backends.ts";
import { optimiserCases } from "./optimiser_cases.ts";

/** The weights of a small classifier after some steps, and before the first one. */
async function trained(
  backend: "wasm" | "cpu",
  make: () => tf.Optimizer,
  steps: number,
): Promise<{ start: number[]; weights: number[] }> {
  await initBackend(backend);
  const optimizer = make();
  const model = tf.sequential({
    layers: [
      tf.layers.conv2d({ inputShape: [6, 5, 1], filters: 2, kernelSize: 3, activation: "elu" }),
      tf.layers.flatten(),
      tf.layers.dense({ units: 3, activation: "softmax" }),
    ],
  });
  model.setWeights(
    model.getWeights().map((weight, i) => normalTensor(weight.shape as [number], i + 1).mul(0.5)),
  );
  model.compile({ optimizer, loss: "categoricalCrossentropy" });
  const values = (): number[] => model.getWeights().flatMap((weight) => [...weight.dataSync()]);
  const start = values();
  const labels = tf.oneHot(tf.tensor1d([0, 2, 1, 1], "int32"), 3);
  for (let times = 0; times < steps; times++) {
    await model.trainOnBatch(normalTensor([4, 6, 5, 1], 9), labels);
  }
  const weights = values();
  optimizer.dispose();
  tf.disposeVariables();
  return { start, weights };
}

for (const [name, make] of Object.entries(optimiserCases)) {
  Deno.test(`optimiser ${name}: its steps are those of the cpu backend`, async () => {
    for (const steps of [2, 6]) {
      const wanted = await trained("cpu", make, steps);
      const found = await trained("wasm", make, steps);
      assert(found.weights.every((value, i) => value !== found.start[i]), "every weight moves");
      // Adam and its like divide by the root of small squares: rounding grows to a hundred-thousandth.
      assertClose(found.weights, wanted.weights, 1e-4);
    }
  });
}
