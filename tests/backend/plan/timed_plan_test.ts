import { initBackend } from "@lib/backend/backend.ts";
import { compilePlan } from "@lib/backend/plan/compile_plan.ts";
import { TimedPlan } from "@lib/backend/plan/timed_plan.ts";
import * as tf from "@tensorflow/tfjs";
import { assert, assertEquals, assertLessOrEqual } from "../../support/assert.ts";
import { compact } from "./models.ts";
import { examplesFor } from "./tape.ts";

await initBackend("wasm");

const batch = 4;
const update = { learningRate: 0.1, momentum: 0.9, nesterov: true, weightDecay: 0 };

Deno.test("TimedPlan computes what any plan computes", () => {
  const model = compact();
  const timed = TimedPlan.of(model, batch)!;
  const plan = compilePlan(model, batch)!;
  for (let step = 0; step < 3; step++) {
    const { pixels, labels } = examplesFor(model, batch, step);
    timed.time(() =>
      assertEquals(timed.plan.gradients(pixels, labels), plan.gradients(pixels, labels))
    );
    for (const each of [timed.plan, plan]) each.sgdStep(update);
  }
  assertEquals(timed.plan.weights, plan.weights);
  assertEquals(timed.plan.running, plan.running);
  model.dispose();
});

Deno.test("TimedPlan.parts() share out all the time of a step, and tell what was computed", () => {
  const model = compact();
  const timed = TimedPlan.of(model, batch)!;
  const { pixels, labels } = examplesFor(model, batch);
  for (let step = 0; step < 2; step++) timed.time(() => timed.plan.gradients(pixels, labels));
  const start = performance.now();
  timed.time(() => {
    timed.plan.gradients(pixels, labels);
    timed.plan.sgdStep(update);
  });
  const milliseconds = performance.now() - start;
  const parts = timed.parts(1); // the last step alone
  const sum = parts.reduce(
    (sum, { forward, backward, other }) => sum + forward + backward + other,
    0,
  );
  assertLessOrEqual(sum, milliseconds);
  assert(
    parts.every(({ forward, backward, other }) => forward >= 0 && backward >= 0 && other >= 0),
  );
  assertEquals(parts.map(({ kind, isWinograd }) => isWinograd ? `${kind} *` : kind), [
    "preparing images",
    "convolution",
    "batch norm",
    "convolution *",
    "batch norm",
    "convolution *",
    "batch norm",
    "dense layer",
    "loss",
    "weight update",
  ]);
  // Pixels, taps, channels; no gradient to the images; two operations each.
  const multiplyAdds = [
    20 * 20 * 9 * 8 * 2,
    8 * 8 * 9 * 8 * 24 * 3,
    2 * 2 * 9 * 24 * 64 * 3,
    256 * 10 * 3,
  ];
  assertEquals(
    parts.map(({ operations }) => operations).filter((count) => count > 0),
    multiplyAdds.map((count) => 2 * batch * count),
  );
  model.dispose();
});

Deno.test("TimedPlan.parts() counts padded convolutions by their output", () => {
  const model = tf.sequential({
    layers: [
      tf.layers.conv2d({ inputShape: [6, 5, 2], filters: 3, kernelSize: 3, padding: "same" }),
      tf.layers.flatten(),
      tf.layers.softmax(),
    ],
  });
  const timed = TimedPlan.of(model, batch)!;
  timed.time(() => timed.plan.gradients(new Float32Array(batch * 60), new Uint8Array(batch)));
  const { operations, isWinograd, name } = timed.parts(1)[1];
  assertEquals({ operations, isWinograd, name }, {
    ...{ operations: 2 * batch * 2 * (6 * 5 * 9 * 2 * 3), isWinograd: false },
    name: "convolution",
  });
  model.dispose();
});

Deno.test("TimedPlan.of() makes none of a model that has no plan", () => {
  const model = tf.sequential({
    layers: [tf.layers.dense({ inputShape: [4], units: 3, activation: "tanh" })],
  });
  assertEquals(TimedPlan.of(model, batch), undefined);
  model.dispose();
});
