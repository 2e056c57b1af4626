import type * as tfjs from "@tensorflow/tfjs";
import { rngFromSeed } from "@lib/base/rng.ts";
import { type Check, demand, demandClose, type Platform, valuesOn } from "./check.ts";

const classes = 10;
const learningRate = 0.01;

/** Of a batch whose gradients the cpu backend computes too, a second an image. */
const few = 2;

/** What must hold of a network in training: the convolutional one of the Keras examples, on images of
 * noise. */
export function trainingChecks(platform: Platform): Check[] {
  /** Loss and gradients by the cpu backend, computed once. */
  let onCpu: Promise<Float32Array[]> | undefined;
  const wantedGradients = (): Promise<Float32Array[]> =>
    onCpu ??= valuesOn(platform, "cpu", () => lossAndGradients(platform));
  return [
    {
      name: "the gradients of the Keras network are those of the cpu backend",
      async run(): Promise<void> {
        const wanted = await wantedGradients();
        const found = await valuesOn(platform, "wasm", () => lossAndGradients(platform));
        demand(wanted.length === 7, `${wanted.length} tensors, wanted the loss and 6 gradients`);
        wanted.forEach((each, i) => demandClose(found[i], each, 1e-5, `tensor ${i}`));
      },
    },
    {
      name: "trainOnBatch() takes its step down the gradients of the cpu backend",
      async run(): Promise<void> {
        const [[loss], ...gradients] = await wantedGradients();
        const start = await trained(platform, few, 0);
        const { losses, weights } = await trained(platform, few, 1);
        demandClose(losses, [loss], 1e-5, "loss");
        gradients.forEach((gradient, i) => {
          const step = weights[i].map((weight, j) => (start.weights[i][j] - weight) / learningRate);
          // A step is the difference of two float32 a hundred times its size.
          demandClose(step, gradient, 1e-4, `weight ${i}`);
        });
      },
    },
    {
      name: "the loss of the Keras network falls, and no step leaves a tensor behind",
      async run(): Promise<void> {
        const { losses, tensors } = await trained(platform, 20, 30);
        demand(losses.every(Number.isFinite), `losses ${losses}`);
        demand(losses[29] < 0.2 * losses[0], `from ${losses[0]} to ${losses[29]}`);
        demand(tensors[29] === tensors[1], `${tensors[29]} tensors after ${tensors[1]}`);
      },
    },
    {
      name: "predict() says of images what it says on the cpu backend",
      async run(): Promise<void> {
        const answer = (): tfjs.Tensor[] => {
          const model = kerasNetwork(platform);
          const said = model.predict(batch(platform, few).images) as tfjs.Tensor;
          model.dispose();
          return [said];
        };
        const [wanted] = await valuesOn(platform, "cpu", answer);
        const [found] = await valuesOn(platform, "wasm", answer);
        demandClose(found, wanted, 1e-5, "probabilities");
      },
    },
  ];
}

/** The network, its weights the same on every backend. */
function kerasNetwork({ tf }: Platform): tfjs.Sequential {
  const { layers: L } = tf;
  const model = tf.sequential({
    layers: [
      L.conv2d({ inputShape: [28, 28, 1], filters: 32, kernelSize: 3, activation: "relu" }),
      L.maxPooling2d({ poolSize: 2 }),
      L.conv2d({ filters: 64, kernelSize: 3, activation: "relu" }),
      L.maxPooling2d({ poolSize: 2 }),
      L.flatten(),
      L.dense({ units: classes, activation: "softmax" }),
    ],
  });
  const rng = rngFromSeed(3);
  const weights = model.getWeights().map(({ shape, size }) => {
    const scale = shape.length === 1 ? 0.1 : Math.sqrt(2 * shape.at(-1)! / size);
    return tf.tensor(Float32Array.from({ length: size }, () => scale * rng.normal()), shape);
  });
  model.setWeights(weights);
  tf.dispose(weights);
  return model;
}

function batch(
  { tf }: Platform,
  size: number,
): { readonly images: tfjs.Tensor; readonly targets: tfjs.Tensor } {
  const rng = rngFromSeed(4);
  const pixels = Float32Array.from({ length: size * 784 }, () => rng.uniform());
  const labels = Int32Array.from({ length: size }, (_, i) => i % classes);
  return {
    images: tf.tensor(pixels, [size, 28, 28, 1]),
    targets: tf.tidy(() => tf.oneHot(tf.tensor1d(labels, "int32"), classes).toFloat()),
  };
}

/** The loss, and its gradient to each weight, by tfjs's own tape. */
function lossAndGradients(platform: Platform): tfjs.Tensor[] {
  const { tf } = platform;
  const model = kerasNetwork(platform);
  const { images, targets } = batch(platform, few);
  const { value, grads } = tf.variableGrads(() => {
    const probabilities = model.apply(images, { training: true }) as tfjs.Tensor;
    return tf.metrics.categoricalCrossentropy(targets, probabilities).mean<tfjs.Scalar>();
  });
  const names = model.trainableWeights.map((weight) => (weight.read() as tfjs.Variable).name);
  model.dispose();
  return [value, ...names.map((name) => grads[name])];
}

/** What there is after each step of stock `trainOnBatch` on wasm, and the weights in the end. */
interface Trained {
  readonly losses: number[];
  /** How many tfjs holds. */
  readonly tensors: number[];
  readonly weights: Float32Array[];
}

async function trained(platform: Platform, size: number, steps: number): Promise<Trained> {
  const { tf, initBackend } = platform;
  await initBackend("wasm");
  const model = kerasNetwork(platform);
  const { images, targets } = batch(platform, size);
  const optimizer = tf.train.momentum(learningRate, 0.9);
  model.compile({ optimizer, loss: "categoricalCrossentropy" });
  const [losses, tensors]: number[][] = [[], []];
  for (let step = 0; step < steps; step++) {
    losses.push(await model.trainOnBatch(images, targets) as number);
    tensors.push(tf.memory().numTensors);
  }
  const weights = model.getWeights().map((weight) => weight.dataSync<"float32">().slice());
  tf.dispose([images, targets]);
  optimizer.dispose();
  model.dispose();
  return { losses, tensors, weights };
}
