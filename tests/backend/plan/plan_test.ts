import * as tf from "@tensorflow/tfjs";
import { initBackend } from "@lib/backend/backend.ts";
import { compilePlan, type ModelPlan } from "@lib/backend/plan/compile_plan.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { Sgd } from "@lib/train/steps/sgd.ts";
import { assert, assertEquals, assertThrows } from "../../support/assert.ts";
import { kernelVariants } from "./plain_kernels.ts";
import { compact, kerasLike, withRandomWeights } from "./models.ts";
import { assertNear, byTape, examplesFor } from "./tape.ts";

await initBackend("wasm");

const rule = { momentum: 0.9, nesterov: true, weightDecay: 5e-4 };
const smoothing = 0.1;
const flat = (model: tf.LayersModel): number[] =>
  model.getWeights().flatMap((weight) => [...weight.dataSync()]);

function planOf(model: tf.LayersModel, name: string, batch = 6): ModelPlan {
  const plan = compilePlan(model, batch, kernelVariants[name]);
  assert(plan !== undefined, "no plan");
  return plan;
}

for (const name of Object.keys(kernelVariants)) {
  for (const build of [kerasLike, compact]) {
    Deno.test(`fifty steps of ${build.name} on ${name} agree with the tape's`, () => {
      const [mine, theirs] = [build(), build()];
      const plan = planOf(mine, name);
      const sgd = new Sgd(rule);
      const variables = theirs.trainableWeights.map((weight) => weight.read() as tf.Variable);
      for (let step = 0; step < 50; step++) {
        const learningRate = 0.02 * (1 + step % 3);
        const { pixels, labels } = examplesFor(mine, step % 7 === 6 ? 4 : 6, step % 5);
        const found = plan.gradients(pixels, labels, { smoothing });
        plan.sgdStep({ learningRate, ...rule });
        const { loss, gradients } = byTape(theirs, { pixels, labels }, smoothing);
        tf.tidy(() => {
          const named = gradients.map((gradient, i) =>
            [variables[i].name, tf.tensor(gradient, variables[i].shape)] as const
          );
          sgd.step(variables, Object.fromEntries(named), learningRate);
        });
        assertNear([found], [loss], 1e-5, `loss of step ${step}`);
        plan.copyTo(mine);
        assertNear(flat(mine), flat(theirs), 1e-4, `weights after step ${step}`);
        // On from the same weights: where two pixels of a pool are as large, rounding decides which of
        // them learns, and the two ways would part there.
        plan.copyTo(theirs);
      }
      for (const each of [mine, theirs, sgd]) each.dispose();
    });
  }

  Deno.test(`Plan.adamStep() on ${name} agrees with tfjs's Adam, and takes its share off weights`, () => {
    const [mine, theirs] = [compact(), compact()];
    const plan = planOf(mine, name);
    const adam = tf.train.adam(0.003, 0.8, 0.999, 1e-8);
    for (let step = 1; step <= 20; step++) {
      const { pixels, labels } = examplesFor(mine, 6, step);
      plan.gradients(pixels, labels, { smoothing });
      const { gradients } = byTape(theirs, { pixels, labels }, smoothing);
      plan.adamStep({ learningRate: 0.003, momentum: 0.8, weightDecay: 0, step });
      tf.tidy(() =>
        adam.applyGradients(theirs.trainableWeights.map((weight, i) => ({
          name: (weight.read() as tf.Variable).name,
          tensor: tf.tensor(gradients[i], weight.shape as number[]),
        })))
      );
    }
    plan.copyTo(mine);
    assertNear(flat(mine), flat(theirs), 1e-3, "weights");
    const before = plan.weights.slice();
    plan.gradientsView.fill(0);
    plan.velocities.fill(0);
    plan.adamStep({ learningRate: 0.5, momentum: 0.8, weightDecay: 0.1, step: 22 });
    assertNear(plan.weights, before.map((weight) => 0.95 * weight), 1e-6, "decayed weights");
    for (const each of [mine, theirs, adam]) each.dispose();
  });

  Deno.test(`a plan on ${name} gives the same bits again, whatever it did before`, () => {
    const model = compact();
    const first = planOf(model, name);
    const second = planOf(model, name);
    const other = examplesFor(model, 6, 9);
    second.gradients(other.pixels, other.labels);
    second.copyFrom(model);
    for (let step = 0; step < 3; step++) {
      const { pixels, labels } = examplesFor(model, 5 - step, step);
      assertEquals(first.gradients(pixels, labels), second.gradients(pixels, labels));
      for (const plan of [first, second]) plan.sgdStep({ learningRate: 0.1, ...rule });
    }
    assertEquals(first.weights, second.weights);
    assertEquals(first.running, second.running);
    model.dispose();
  });

  Deno.test(`Plan.score() on ${name} scores the model's predictions`, () => {
    for (const build of [kerasLike, compact]) {
      const model = withRandomWeights(build()); // running averages too
      const plan = planOf(model, name);
      const { pixels, labels } = examplesFor(model, 4);
      const loss = plan.score(pixels, labels);
      const shape = [4, ...model.inputs[0].shape.slice(1) as number[]];
      const wanted = tf.tidy(() =>
        (model.predict(tf.tensor(pixels, shape)) as tf.Tensor).dataSync()
      );
      assertNear(plan.probabilities(4), wanted, 1e-5, "probabilities");
      const losses = Array.from(labels, (label, i) => -Math.log(wanted[10 * i + label]));
      assertNear([loss], [losses.reduce((sum, each) => sum + each)], 1e-5, "loss");
      for (let i = 0; i < 4; i++) {
        const [logits, probabilities] = [plan.logits(4), wanted].map((
          all,
        ) => [...all.subarray(10 * i, 10 * i + 10)]);
        const ratios = logits.map((logit, j) =>
          Math.exp(logit - logits[0]) * probabilities[0] / probabilities[j]
        );
        assertNear(ratios, Array(10).fill(1), 1e-4, "logits");
      }
      model.dispose();
    }
  });
}

Deno.test("ModelPlan.copyFrom() and copyTo() copy every weight, and leak no tensors", () => {
  const [source, target] = [compact(), compact()];
  withRandomWeights(source, 3);
  const wanted = flat(source);
  assert(wanted.some((value, index) => value !== flat(target)[index]));
  const plan = planOf(target, "plain kernels");
  const before = tf.memory().numTensors;
  plan.copyFrom(source);
  plan.copyTo(target);
  assertEquals(tf.memory().numTensors, before);
  assertEquals(flat(target), wanted);
  for (const each of [source, target]) each.dispose();
});

Deno.test("Plan.gradients() of the parts of a batch sum up to those of the whole", () => {
  const model = kerasLike();
  const plan = planOf(model, "SIMD kernels");
  const { pixels, labels } = examplesFor(model, 6);
  const loss = plan.gradients(pixels, labels);
  const whole = plan.gradientsView.slice();
  const sums = new Float32Array(whole.length);
  let lossSum = 0;
  for (const [start, end] of [[0, 2], [2, 6]]) {
    const part = [pixels.subarray(196 * start, 196 * end), labels.subarray(start, end)] as const;
    lossSum += plan.gradients(...part, { total: 6 });
    plan.gradientsView.forEach((gradient, i) => sums[i] += gradient);
  }
  assertNear(sums, whole, 1e-5, "gradients");
  assertNear([lossSum], [loss], 1e-6, "loss");
  model.dispose();
});

Deno.test("Plan.gradients() takes moved bytes for the floats that they stand for", () => {
  const model = compact();
  const [byBytes, byFloats] = [planOf(model, "SIMD kernels", 3), planOf(model, "SIMD kernels", 3)];
  const rng = rngFromSeed(1);
  const bytes = Uint8Array.from({ length: 3 * 784 }, () => rng.integer(256));
  const shifts = Int8Array.from([0, 0, 2, -1, -3, 4]);
  const pixels = Float32Array.from({ length: 3 * 784 }, (_, i) => {
    const [image, row, column] = [Math.floor(i / 784), Math.floor(i / 28) % 28, i % 28];
    const [y, x] = [row - shifts[2 * image + 1], column - shifts[2 * image]];
    const isInside = Math.min(x, y) >= 0 && Math.max(x, y) < 28;
    return isInside ? bytes[784 * image + 28 * y + x] / 255 : 0;
  });
  const labels = Uint8Array.from([3, 1, 4]);
  const losses = [
    byBytes.gradients({ bytes, shifts }, labels),
    byFloats.gradients(pixels, labels),
  ];
  assertNear([losses[0]], [losses[1]], 1e-5, "loss");
  assertNear(byBytes.gradientsView, byFloats.gradientsView, 1e-4, "gradients");
  assertThrows(
    () => byBytes.gradients({ bytes, shifts }, labels.subarray(1)),
    RangeError,
    "Cannot compute 3 images with 2 labels: wanted one for each",
  );
  const other = kerasLike();
  const plan = planOf(other, "SIMD kernels", 3);
  assertEquals([byBytes.takesBytes, plan.takesBytes], [true, false]);
  assertThrows(
    () => plan.gradients({ bytes, shifts }, labels),
    RangeError,
    "Cannot take images of 14 × 14 × 1 as bytes",
  );
  for (const each of [model, other]) each.dispose();
});

Deno.test("Plan.gradients() refuses what does not fit", () => {
  const model = kerasLike();
  const plan = planOf(model, "plain kernels", 2);
  const step = (size: number, label = 0, smoothing = 0): () => void => () =>
    plan.gradients(new Float32Array(196 * size), new Uint8Array(size).fill(label), { smoothing });
  assertThrows(step(3), RangeError, "compute 3 images: this plan was compiled for 1 to 2");
  assertThrows(step(0), RangeError, "0 images");
  assertThrows(step(1, 10), RangeError, "label 10 at 0: must be below 10");
  assertThrows(step(1, 0, 2), RangeError, "smooth labels by 2");
  assertThrows(
    () => plan.gradients(new Float32Array(3), new Uint8Array(1)),
    RangeError,
    "wanted 196",
  );
  model.dispose();
});
