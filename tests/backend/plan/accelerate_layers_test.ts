import * as tf from "@tensorflow/tfjs";
import { initBackend } from "@lib/backend/backend.ts";
import { labelsOf, type LossName } from "@lib/backend/plan/accelerate_layers.ts";
import { oneHot } from "@lib/preprocess/dataset/one_hot.ts";
import { assert, assertEquals } from "../../support/assert.ts";
import { compact, kerasLike } from "./models.ts";
import { assertNear, examplesFor } from "./tape.ts";

const { layers: L } = tf;
await initBackend("wasm"); // which calls accelerateLayers()

/** How often gradients were computed by tape. */
let tapes = 0;
const stockGradients = tf.Optimizer.prototype.computeGradients;
tf.Optimizer.prototype.computeGradients = function (...given): ReturnType<typeof stockGradients> {
  tapes++;
  return stockGradients.apply(this, given);
};

interface Run {
  readonly losses: number[][];
  readonly weights: number[];
  readonly tapes: number;
}

/** Makes a compiled model look as if its loss were the user's own function. */
function forceTape(model: tf.LayersModel): void {
  (model as unknown as { model: { loss: unknown } }).model.loss = () => tf.scalar(0);
}

/** Ten steps of stock training. */
async function train(
  build: () => tf.LayersModel,
  { loss, optimizer, byTape }: {
    readonly loss: string;
    readonly optimizer: () => tf.Optimizer;
    readonly byTape: boolean;
  },
): Promise<Run> {
  const model = build();
  model.compile({ optimizer: optimizer(), loss, metrics: ["accuracy"] });
  if (byTape) forceTape(model);
  const { pixels, labels } = examplesFor(model, 12);
  const images = tf.tensor(pixels, [12, ...model.inputs[0].shape.slice(1) as number[]]);
  const targets = loss.startsWith("sparse")
    ? tf.tensor2d([...labels], [12, 1])
    : tf.tensor2d(oneHot(labels), [12, 10]);
  tapes = 0;
  const losses: number[][] = [];
  for (let step = 0; step < 10; step++) {
    losses.push(await model.trainOnBatch(images, targets) as number[]);
  }
  const weights = model.getWeights().flatMap((weight) => [...weight.dataSync()]);
  tf.dispose([images, targets]);
  model.dispose();
  return { losses, weights, tapes };
}

const optimizers = {
  sgd: () => tf.train.sgd(0.05),
  momentum: () => tf.train.momentum(0.02, 0.9, true),
  adam: () => tf.train.adam(0.002),
};

for (const build of [kerasLike, compact]) {
  for (const loss of ["categoricalCrossentropy", "sparseCategoricalCrossentropy"]) {
    for (const [name, optimizer] of Object.entries(optimizers)) {
      Deno.test(`trainOnBatch() of ${build.name} with ${loss} and ${name} has a plan and agrees with the tape`, async () => {
        const fast = await train(build, { loss, optimizer, byTape: false });
        const slow = await train(build, { loss, optimizer, byTape: true });
        assertEquals([fast.tapes, slow.tapes], [0, 10]);
        assertNear(fast.losses.flat(), slow.losses.flat(), 1e-4, "losses and accuracies");
        assertNear(fast.weights, slow.weights, 1e-3, "weights");
      });
    }
  }
}

Deno.test("fit() agrees with the tape, the smaller last batch too, and leaks no tensors", async () => {
  const histories = [];
  for (const byTape of [false, true]) {
    const model = kerasLike();
    model.compile({ optimizer: "sgd", loss: "categoricalCrossentropy", metrics: ["accuracy"] });
    if (byTape) forceTape(model);
    const { pixels, labels } = examplesFor(model, 30);
    const images = tf.tensor(pixels, [30, 14, 14, 1]);
    const targets = tf.tensor2d(oneHot(labels), [30, 10]);
    const settings = { epochs: 2, batchSize: 8, shuffle: false, verbose: 0 } as const;
    const first = await model.fit(images, targets, settings);
    tapes = 0;
    const before = tf.memory().numTensors;
    await model.fit(images, targets, settings);
    assertEquals(tf.memory().numTensors, before);
    assertEquals(tapes, byTape ? 8 : 0);
    histories.push(first.history);
    tf.dispose([images, targets]);
    model.dispose();
  }
  for (const key of ["loss", "acc"]) {
    assertNear(histories[0][key] as number[], histories[1][key] as number[], 1e-4, key);
  }
});

Deno.test("models that no plan takes, mixed targets and frozen layers go the stock way", async () => {
  const images = tf.ones([2, 6]);
  const targets = tf.tensor2d([[1, 0], [0, 1]]);
  const small = (layers: tf.layers.Layer[]): tf.LayersModel =>
    tf.sequential({ layers: [L.inputLayer({ inputShape: [6] }), ...layers] });
  const softmax = (): tf.layers.Layer => L.dense({ units: 2, activation: "softmax" });
  const frozen = small([L.dense({ units: 3, trainable: false }), softmax()]);
  const cases: [number, tf.LayersModel, tf.Tensor, string][] = [
    [0, small([L.dense({ units: 3, activation: "relu" }), softmax()]), targets, "categorical"],
    [1, small([L.dense({ units: 3, activation: "tanh" }), softmax()]), targets, "categorical"],
    [1, small([L.dropout({ rate: 0.5 }), softmax()]), targets, "categorical"],
    [1, small([softmax()]), tf.tensor2d([[0.5, 0.5], [0, 1]]), "categorical"],
    [1, small([softmax()]), targets, "binary"],
    [1, small([L.dense({ units: 2 })]), targets, "categorical"],
    [1, frozen, targets, "categorical"],
    [
      1,
      small([L.dense({ units: 3, kernelRegularizer: "l1l2" }), softmax()]),
      targets,
      "categorical",
    ],
  ];
  for (const [expected, model, y, loss] of cases) {
    model.compile({ optimizer: "sgd", loss: `${loss}Crossentropy` });
    tapes = 0;
    assert(Number.isFinite(await model.trainOnBatch(images, y)));
    assertEquals(tapes, expected, JSON.stringify(model.layers.map((layer) => layer.getConfig())));
    model.dispose();
  }
});

Deno.test("a layer frozen after compile(), and freed again, changes nothing without compile()", async () => {
  const model = kerasLike();
  model.compile({ optimizer: "sgd", loss: "categoricalCrossentropy" });
  const { pixels, labels } = examplesFor(model, 4);
  const images = tf.tensor(pixels, [4, 14, 14, 1]);
  const targets = tf.tensor2d(oneHot(labels), [4, 10]);
  const step = async (): Promise<number> => {
    tapes = 0;
    await model.trainOnBatch(images, targets);
    return tapes;
  };
  assertEquals(await step(), 0);
  model.layers[0].trainable = false;
  assertEquals(await step(), 1);
  model.layers[0].trainable = true;
  assertEquals(await step(), 0);
  tf.dispose([images, targets]);
  model.dispose();
});

function labels(targets: tf.TensorLike, loss: LossName): number[] | undefined {
  return tf.tidy(() => {
    const found = labelsOf(tf.tensor(targets), loss, 3);
    return found === undefined ? undefined : [...found];
  });
}

Deno.test("labelsOf() takes one-hot targets, and refuses any other", () => {
  const labelsOfRows = (rows: number[][]): number[] | undefined =>
    labels(rows, "categoricalCrossentropy");
  assertEquals(labelsOfRows([[0, 0, 1], [1, 0, 0]]), [2, 0]);
  assertEquals(labelsOfRows([[0, 0, 0], [1, 0, 0]]), undefined);
  assertEquals(labelsOfRows([[1, 0, 1]]), undefined);
  assertEquals(labelsOfRows([[0.5, 0.5, 0]]), undefined);
  assertEquals(labelsOfRows([[1, 0, NaN]]), undefined);
  assertEquals(labelsOfRows([[1, 0, 0, 0]]), undefined);
});

Deno.test("labelsOf() takes classes, and refuses other numbers", () => {
  const labelsOfRows = (rows: number[][]): number[] | undefined =>
    labels(rows, "sparseCategoricalCrossentropy");
  assertEquals(labelsOfRows([[2], [0]]), [2, 0]);
  for (const wrong of [3, -1, 0.5, NaN]) assertEquals(labelsOfRows([[0], [wrong]]), undefined);
});
