import * as tf from "@tensorflow/tfjs";
import fc from "fast-check";
import { initBackend } from "@lib/backend/backend.ts";
import { compilePlan } from "@lib/backend/plan/compile_plan.ts";
import type { PlanOptions } from "@lib/backend/plan/allocate.ts";
import { assert, assertEquals } from "../../support/assert.ts";
import { compact, kerasLike, modelOf, modelSpecs } from "./models.ts";
import { kernelVariants, plainKernels } from "./plain_kernels.ts";
import { assertNear, byTape, examplesFor } from "./tape.ts";

const { layers: L } = tf;
await initBackend("cpu");

/** Asserts that a plan computes what the tape computes: loss, every gradient, running averages. */
function assertAgreement(
  model: tf.LayersModel,
  { batch, size, options }: { batch: number; size: number; options: PlanOptions },
): void {
  const plan = compilePlan(model, batch, options);
  assert(plan !== undefined, "no plan");
  const examples = examplesFor(model, size);
  const loss = plan.gradients(examples.pixels, examples.labels, { smoothing: 0.1 });
  const wanted = byTape(model, examples, 0.1);
  assertNear([loss], [wanted.loss], 1e-4, "loss");
  plan.trained.parts(plan.gradientsView).forEach((gradient, i) => {
    assertNear(gradient, wanted.gradients[i], 1e-4, model.trainableWeights[i].originalName);
  });
  const running = model.nonTrainableWeights.map((weight) => weight.read().dataSync().slice());
  plan.copyRunningTo(model);
  model.nonTrainableWeights.forEach((weight, i) => {
    assertNear(weight.read().dataSync(), running[i], 1e-4, weight.originalName);
  });
}

for (const [name, options] of Object.entries(kernelVariants)) {
  Deno.test(`a plan on ${name} agrees with the tape on random models`, () => {
    fc.assert(
      fc.property(modelSpecs, (spec) => {
        const model = modelOf(spec);
        const { batch } = spec;
        assertAgreement(model, { batch, size: batch, options });
        assertAgreement(model, { batch, size: batch - 1, options });
        model.dispose();
      }),
      { seed: 3, numRuns: 120 },
    );
  });

  Deno.test(`a plan on ${name} agrees with the tape on real networks`, () => {
    for (const build of [kerasLike, compact]) {
      const model = build();
      assertAgreement(model, { batch: 4, size: 4, options });
      assertAgreement(model, { batch: 4, size: 3, options });
      model.dispose();
    }
  });
}

const image = [8, 8, 4] as const;
const end = (): tf.layers.Layer[] => [L.flatten(), L.dense({ units: 3 })];
const refused: Record<string, () => tf.layers.Layer[]> = {
  "a stride": () => [L.conv2d({ filters: 4, kernelSize: 3, strides: 2 }), ...end()],
  "a dilation": () => [L.conv2d({ filters: 4, kernelSize: 3, dilationRate: 2 }), ...end()],
  "another activation":
    () => [L.conv2d({ filters: 4, kernelSize: 3, activation: "elu" }), ...end()],
  "a depthwise convolution": () => [L.depthwiseConv2d({ kernelSize: 3 }), ...end()],
  "pooling of 3×3": () => [L.maxPooling2d({ poolSize: 3 }), ...end()],
  "pooling of 2×2 with stride 1": () => [L.maxPooling2d({ poolSize: 2, strides: 1 }), ...end()],
  "padded pooling": () => [L.maxPooling2d({ poolSize: 2, padding: "same" }), ...end()],
  "dropout": () => [L.dropout({ rate: 0.1 }), ...end()],
  "batch norm of another axis": () => [L.batchNormalization({ axis: 1 }), ...end()],
  "batch norm without scale": () => [L.batchNormalization({ scale: false }), ...end()],
  "ReLU with a highest value": () => [L.reLU({ maxValue: 6 }), ...end()],
  "scaling behind the first weights": () => [...end(), L.rescaling({ scale: 2 })],
  "softmax before the end": () => [...end(), L.softmax(), L.dense({ units: 2 })],
  "no weights": () => [L.flatten(), L.softmax()],
  "a frozen layer": () => [L.conv2d({ filters: 4, kernelSize: 3, trainable: false }), ...end()],
  "a regulariser": () => [L.flatten(), L.dense({ units: 3, kernelRegularizer: "l1l2" })],
  "a constraint": () => [L.flatten(), L.dense({ units: 3, biasConstraint: "nonNeg" })],
  "dense layers on images": () => [L.dense({ units: 3 }), ...end()],
  "no flat end": () => [L.conv2d({ filters: 4, kernelSize: 3 })],
};

for (const [what, layers] of Object.entries(refused)) {
  Deno.test(`compilePlan() makes no plan for ${what}`, () => {
    const model = tf.sequential({
      layers: [L.inputLayer({ inputShape: [...image] }), ...layers()],
    });
    assertEquals(compilePlan(model, 2, { instantiate: plainKernels }), undefined);
    model.dispose();
  });
}

Deno.test("compilePlan() makes no plan for branches, shared layers, any size, or a huge batch", () => {
  const options = { instantiate: plainKernels };
  const input = tf.input({ shape: [4] });
  const layer = L.dense({ units: 4 });
  const twice = layer.apply(layer.apply(input)) as tf.SymbolicTensor;
  const sum = L.add().apply([twice, input]) as tf.SymbolicTensor;
  assertEquals(compilePlan(tf.model({ inputs: input, outputs: twice }), 2, options), undefined);
  assertEquals(compilePlan(tf.model({ inputs: input, outputs: sum }), 2, options), undefined);
  const anySize = tf.input({ shape: [null, null, 1] });
  const pooled = L.conv2d({ filters: 1, kernelSize: 3 }).apply(anySize) as tf.SymbolicTensor;
  assertEquals(compilePlan(tf.model({ inputs: anySize, outputs: pooled }), 2, options), undefined);
  const model = kerasLike();
  assertEquals(compilePlan(model, 1_000_000, options), undefined);
  model.dispose();
});
