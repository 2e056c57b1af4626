import * as tf from "@tensorflow/tfjs";
import { rngFromSeed } from "@lib/base/rng.ts";
import { assert, assertThrows } from "../support/assert.ts";
import { assertSameOnBoth, normals, normalTensor } from "./compare_backends.ts";
import { poisonOutputs } from "./poison_outputs.ts";
import { activationCases, type LayerCase, layerCases } from "./layer_cases.ts";

/** How far along a direction of length 1 the loss is taken on either side. Of float32 numbers near 1
 * about a ten-millionth is lost, which divided by twice this is 4e-6; a longer step sees more of the
 * curvature, a thousandth of the gradient at 0.05. */
const step = 2 ** -7;

/** How far a derivative may be from the difference, as a part of the length of the gradient. Most lie
 * within 1e-4; LSTM and batch norm, of which the third derivative is large, within 1e-3. */
const tolerance = 2e-3;

/** The model with weights of which none is 0, and a batch of its inputs, as a variable. */
function prepared({ model: make, below }: LayerCase): [tf.LayersModel, tf.Variable] {
  const model = make();
  model.setWeights(
    model.getWeights().map((weight, i) => normalTensor(weight.shape as [number], i + 1).mul(0.5)),
  );
  const shape = [3, ...model.inputs[0].shape.slice(1) as number[]];
  const rng = rngFromSeed(9);
  const whole = Float32Array.from(
    { length: tf.util.sizeFromShape(shape) },
    () => rng.integer(below ?? 1),
  );
  const x = below === undefined ? normalTensor(shape as [number], 5) : tf.tensor(whole, shape);
  return [model, tf.variable(x)];
}

/** Asserts that the gradients to each weight and to the input are those of central differences, along
 * two directions each. */
function assertGradients(one: LayerCase): void {
  const [model, x] = prepared(one);
  const output = (): tf.Tensor => model.apply(x, { training: true }) as tf.Tensor;
  const shares = normals(tf.tidy(() => output().size), 3);
  const loss = (): number => {
    const values = tf.tidy(() => output().dataSync<"float32">());
    return values.reduce((sum, value, i) => sum + value * shares[i], 0); // in float64
  };
  const weights = model.trainableWeights.map((weight) => weight.read() as tf.Variable);
  const variables = one.isData ? weights : [...weights, x];
  const summed = (): tf.Tensor => output().flatten().mul(tf.tensor1d(shares)).sum();
  const gradients = poisonOutputs(NaN, () => gradientsOf(summed, variables));
  for (const [i, variable] of variables.entries()) {
    const [start, gradient] = [variable.dataSync<"float32">().slice(), gradients[i]];
    const length = Math.hypot(...gradient);
    assert(Number.isFinite(length), `the gradient of ${variable.name} is finite`);
    for (const from of [1, 2]) {
      const drawn = normals(variable.size, 100 * i + from);
      const direction = drawn.map((value) => value / Math.hypot(...drawn));
      const [more, less] = [step, -step].map((size) => {
        variable.assign(
          tf.tensor(start.map((value, j) => value + size * direction[j]), variable.shape),
        );
        return loss();
      });
      variable.assign(tf.tensor(start, variable.shape));
      const wanted = (more - less) / (2 * step);
      const found = gradient.reduce((sum, value, j) => sum + value * direction[j], 0);
      const isClose = Math.abs(found - wanted) <= tolerance * length + 1e-4;
      assert(isClose, `${variable.name}: found ${found}, wanted ${wanted} of length ${length}`);
    }
  }
}

function gradientsOf(loss: () => tf.Tensor, variables: tf.Variable[]): Float32Array[] {
  return tf.tidy(() => {
    const { grads } = tf.variableGrads(loss as () => tf.Scalar, variables);
    return variables.map(({ name }) => grads[name].dataSync<"float32">());
  });
}

/** Asserts that two steps of `trainOnBatch` change every weight that can be trained, to a number. */
async function assertTrains(one: LayerCase): Promise<void> {
  const [model, x] = prepared(one);
  model.compile({ optimizer: tf.train.sgd(0.05), loss: "meanSquaredError" });
  const labels = tf.tidy(() => normalTensor((model.predict(x) as tf.Tensor).shape as [number], 4));
  const before = model.trainableWeights.map((weight) => [...weight.read().dataSync()]);
  for (let times = 0; times < 2; times++) {
    assert(Number.isFinite(await model.trainOnBatch(x, labels)), "the loss is finite");
  }
  for (const [i, weight] of model.trainableWeights.entries()) {
    const after = [...weight.read().dataSync()];
    assert(after.every(Number.isFinite), `${weight.name} is finite`);
    assert(after.some((value, j) => value !== before[i][j]), `${weight.name} changes`);
  }
}

for (const [kind, cases] of Object.entries({ layer: layerCases, activation: activationCases })) {
  for (const [name, make] of Object.entries(cases)) {
    Deno.test(`${kind} ${name}: output of cpu, gradients of central differences, two steps train, or it throws`, async () => {
      const { throws } = make();
      await assertSameOnBoth(() => {
        const [model, x] = prepared(make());
        return model.predict(x) as tf.Tensor;
      });
      if (throws === undefined) {
        assertGradients(make());
        await assertTrains(make());
      } else {
        assertThrows(() => assertGradients(make()), Error, throws);
      }
      tf.disposeVariables();
    });
  }
}
