import * as tf from "@tensorflow/tfjs";
import fc from "fast-check";
import { rngFromSeed } from "@lib/base/rng.ts";
import { buildNetwork } from "@lib/model/networks/build_network.ts";

const { layers: L } = tf;

/** The convolutional network of the Keras examples, smaller. */
export function kerasLike(): tf.LayersModel {
  return withRandomWeights(tf.sequential({
    layers: [
      L.conv2d({ inputShape: [14, 14, 1], filters: 8, kernelSize: 3, activation: "relu" }),
      L.maxPooling2d({ poolSize: 2 }),
      L.conv2d({ filters: 16, kernelSize: 3, activation: "relu" }),
      L.maxPooling2d({ poolSize: 2 }),
      L.flatten(),
      L.dense({ units: 10 }),
      L.softmax(),
    ],
  }));
}

/** The network of the quick profile. */
export function compact(): tf.LayersModel {
  return buildNetwork("compact", { mean: 0.13, deviation: 0.31, rng: rngFromSeed(5) });
}

/** Gives every weight random values of a size that training copes with. */
export function withRandomWeights(model: tf.LayersModel, seed = 1): tf.LayersModel {
  const rng = rngFromSeed(seed);
  tf.tidy(() =>
    model.setWeights(model.weights.map(({ originalName, shape }) => {
      const size = tf.util.sizeFromShape(shape as number[]);
      const isKernel = shape.length > 1;
      const scale = isKernel ? Math.sqrt(2 / (size / shape.at(-1)!)) : 0.2;
      const centre = /gamma|variance/.test(originalName) ? 1 : 0;
      const values = Float32Array.from({ length: size }, () =>
        centre === 1 ? rng.between(0.5, 1.5) : scale * rng.normal());
      return tf.tensor(values, shape as number[]);
    }))
  );
  return model;
}

const channels = fc.constantFrom(1, 2, 3, 4, 5, 8, 12, 16, 20);
const convolution = fc.record({
  filters: channels,
  kernelSize: fc.tuple(fc.constantFrom(1, 2, 3, 5), fc.constantFrom(1, 3, 3, 4)),
  padding: fc.constantFrom("valid" as const, "same" as const),
  useBias: fc.boolean(),
  activation: fc.constantFrom("linear" as const, "relu" as const),
});
const after = fc.shuffledSubarray(["maxPool", "averagePool", "batchNorm", "relu"] as const);

/** What a random model is made of. */
export const modelSpecs = fc.record({
  input: fc.tuple(
    fc.integer({ min: 9, max: 14 }),
    fc.integer({ min: 9, max: 14 }),
    fc.constantFrom(1, 3, 4, 8),
  ),
  start: fc.shuffledSubarray(["crop", "rescale"] as const),
  blocks: fc.array(fc.record({ convolution, after }), { minLength: 0, maxLength: 2 }),
  hidden: fc.option(fc.constantFrom(3, 16, 21), { nil: undefined }),
  classes: fc.constantFrom(2, 4, 7, 10),
  batch: fc.integer({ min: 2, max: 5 }),
});
export type ModelSpec = typeof modelSpecs extends fc.Arbitrary<infer Spec> ? Spec : never;

/** The model of a spec; what does not fit any more is left out. */
export function modelOf({ input, start, blocks, hidden, classes }: ModelSpec): tf.LayersModel {
  const model = tf.sequential({ layers: [L.inputLayer({ inputShape: input })] });
  const side = (): number => Math.min(...(model.outputs[0].shape.slice(1, 3) as number[]));
  for (const name of start) {
    if (name === "crop") model.add(L.cropping2D({ cropping: [[1, 0], [1, 2]] }));
    else model.add(L.rescaling({ scale: 2.5, offset: -0.4 }));
  }
  for (const { convolution, after } of blocks) {
    if (convolution.padding === "valid" && side() < 5) continue;
    model.add(L.conv2d(convolution));
    for (const name of after) {
      if (name === "batchNorm") model.add(L.batchNormalization({ momentum: 0.8 }));
      else if (name === "relu") model.add(L.reLU());
      else if (side() < 2) continue;
      else if (name === "maxPool") model.add(L.maxPooling2d({ poolSize: 2 }));
      else model.add(L.averagePooling2d({ poolSize: 2 }));
    }
  }
  model.add(L.flatten());
  if (hidden !== undefined) model.add(L.dense({ units: hidden, activation: "relu" }));
  model.add(L.dense({ units: classes }));
  model.add(L.softmax());
  return withRandomWeights(model);
}
