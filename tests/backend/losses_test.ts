import * as tf from "@tensorflow/tfjs";
import { initBackend } from "@lib/backend/backend.ts";
import { assert } from "../support/assert.ts";
import { normals, normalTensor } from "./compare_backends.ts";
import { type LossCase, lossCases } from "./loss_cases.ts";

/** How far along a direction of length 1 the loss is taken on either side, see `layers_test.ts`. */
const step = 2 ** -7;

/** How far a derivative may be from the difference, as a part of the length of the gradient. */
const tolerance = 2e-3;

function compiled({ loss, output }: LossCase): tf.LayersModel {
  const model = tf.sequential({
    layers: [
      tf.layers.dense({ inputShape: [5], units: 4, activation: "tanh" }),
      tf.layers.dense({ units: 3, activation: output }),
    ],
  });
  model.setWeights(
    model.getWeights().map((weight, i) => normalTensor(weight.shape as [number], i + 1).mul(0.5)),
  );
  // A step of length 1 takes the gradient itself from the weights.
  model.compile({ optimizer: tf.train.sgd(1), loss: loss as string });
  return model;
}

function values(model: tf.LayersModel): number[][] {
  return model.getWeights().map((weight) => [...weight.dataSync()]);
}

function setValues(model: tf.LayersModel, all: readonly (readonly number[])[]): void {
  tf.tidy(() =>
    model.setWeights(model.getWeights().map(({ shape }, i) => tf.tensor([...all[i]], shape)))
  );
}

/** Asserts that a step of SGD takes from the weights what central differences of the loss say, along
 * two directions. */
async function assertGradient(one: LossCase): Promise<void> {
  const [model, x, labels] = [compiled(one), normalTensor<tf.Rank.R2>([4, 5], 9), one.labels()];
  const loss = (): number => {
    const value = model.evaluate(x, labels, { batchSize: 4 }) as tf.Scalar;
    return value.dataSync()[0];
  };
  const start = values(model);
  await model.trainOnBatch(x, labels);
  const after = values(model);
  const gradient = start.map((weights, i) => weights.map((value, j) => value - after[i][j]));
  const length = Math.hypot(...gradient.flat());
  assert(length > 1e-3 && Number.isFinite(length), `the gradient has length ${length}`);
  for (const from of [1, 2]) {
    const drawn = start.map((weights, i) => [...normals(weights.length, 10 * from + i)]);
    const size = Math.hypot(...drawn.flat());
    const direction = drawn.map((part) => part.map((value) => value / size));
    const [more, less] = [step, -step].map((far) => {
      const moved = start.map((part, i) => part.map((value, j) => value + far * direction[i][j]));
      setValues(model, moved);
      return loss();
    });
    const wanted = (more - less) / (2 * step);
    const found = gradient.flat().reduce((sum, value, i) => sum + value * direction.flat()[i], 0);
    const isClose = Math.abs(found - wanted) <= tolerance * length;
    assert(isClose, `found ${found}, wanted ${wanted} of length ${length}`);
  }
  setValues(model, start);
  const first = await model.trainOnBatch(x, labels) as number;
  const second = await model.trainOnBatch(x, labels) as number;
  assert(Number.isFinite(first) && Number.isFinite(second) && first !== second, "two steps train");
}

for (const [name, one] of Object.entries(lossCases)) {
  Deno.test(`loss ${name}: its gradient is that of central differences, and two steps train`, async () => {
    await initBackend("wasm");
    await assertGradient(one);
    tf.disposeVariables();
  });
}
