import * as tf from "@tensorflow/tfjs";
import { initBackend } from "@lib/backend/backend.ts";
import { noLabel } from "@lib/backend/ctc/ctc_loss.ts";
import { compilePlan, type ModelPlan } from "@lib/backend/plan/compile_plan.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "../../support/assert.ts";
import { kernelVariants } from "./plain_kernels.ts";

const { layers: L } = tf;
await initBackend("wasm");

const size = 3;

/** A small network whose output is a row of columns: 8 × 14 pixels, 8 columns of 3 labels and the blank. It has no
 * ReLU, whose kinks finite differences step over. */
function columnsModel(): tf.Sequential {
  const kernel = (seed: number) => tf.initializers.heNormal({ seed });
  return tf.sequential({
    layers: [
      L.conv2d({
        inputShape: [8, 14, 1],
        filters: 4,
        kernelSize: 3,
        kernelInitializer: kernel(1),
      }),
      L.conv2d({ filters: 8, kernelSize: [6, 3], useBias: false, kernelInitializer: kernel(2) }),
      L.batchNormalization({ momentum: 0.9, epsilon: 1e-3 }),
      L.conv2d({ filters: 4, kernelSize: [1, 3], kernelInitializer: kernel(3) }),
      L.softmax(),
    ],
  });
}

const rng = rngFromSeed(4);
const pixels = Float32Array.from({ length: size * 8 * 14 }, () => rng.uniform());
const labels = Uint8Array.from(
  [[0, 1, 1], [2, noLabel, noLabel], [noLabel, noLabel, noLabel]].flat(),
);

function planOf(name: string): ModelPlan {
  const model = columnsModel();
  const plan = compilePlan(model, size, kernelVariants[name]);
  assert(plan !== undefined);
  model.dispose();
  return plan;
}

for (const name of Object.keys(kernelVariants)) {
  Deno.test(`a plan on ${name} learns columns: its gradients are those of finite differences`, () => {
    const plan = planOf(name);
    assertEquals([plan.columns, plan.classes, plan.endsInSoftmax], [8, 4, true]);
    plan.gradients(pixels, labels);
    const found = plan.gradientsView.slice();
    const start = plan.weights.slice();
    const loss = (at: number, by: number): number => {
      plan.weights.set(start);
      plan.weights[at] += by;
      return plan.gradients(pixels, labels) / size;
    };
    for (let i = 0; i < 60; i++) {
      const at = rng.integer(start.length);
      const wanted = (loss(at, 5e-3) - loss(at, -5e-3)) / 1e-2;
      assertAlmostEquals(found[at], wanted, 0.01 + 0.05 * Math.abs(wanted), `${at}`);
    }
  });
}

Deno.test("a plan learns a few lines of columns by heart, and scores what it infers", () => {
  const plan = planOf(Object.keys(kernelVariants)[0]);
  const before = plan.gradients(pixels, labels);
  const rule = { learningRate: 0.02, momentum: 0.9, nesterov: true, weightDecay: 0 };
  for (let step = 0; step < 150; step++) {
    plan.gradients(pixels, labels);
    plan.sgdStep(rule);
  }
  assert(plan.score(pixels, labels) < 0.2 * before);
  const sums = plan.probabilities(size);
  assertEquals(sums.length, size * 8 * 4);
  assertAlmostEquals(sums.subarray(0, 4).reduce((a, b) => a + b), 1, 1e-5);
});

Deno.test("parts of a batch of lines sum up to its gradient", () => {
  const plan = planOf(Object.keys(kernelVariants)[0]);
  const whole = plan.gradients(pixels, labels, { total: 6 });
  const half = plan.gradientsView.slice();
  plan.gradients(pixels, labels, { total: 3 });
  assertEquals(whole > 0, true);
  half.forEach((value, i) => assertAlmostEquals(2 * value, plan.gradientsView[i], 1e-4));
});

Deno.test("labels that do not go with the images are refused", () => {
  const plan = planOf(Object.keys(kernelVariants)[0]);
  assertThrows(() => plan.gradients(pixels, Uint8Array.of(1, 2)), RangeError, "as many for each");
  const blank = Uint8Array.of(3, 0, 0, 0, 0, 0, 0, 0, 0);
  assertThrows(() => plan.gradients(pixels, blank), RangeError, "label 3 at 0");
  assertThrows(() => plan.gradients(pixels, labels, { smoothing: 0.1 }), RangeError, "0 for lines");
});
