import * as tf from "@tensorflow/tfjs";
import fc from "fast-check";
import { initBackend } from "@lib/backend/backend.ts";
import { compilePredictor } from "@lib/backend/predictor/compile_predictor.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { assertEquals, assertThrows } from "../../support/assert.ts";
import { assertClose, normals, seed } from "../compare_backends.ts";
import { kernelVariants } from "../plan/plain_kernels.ts";
import { compact, kerasLike, modelOf, modelSpecs, withRandomWeights } from "../plan/models.ts";

const { layers: L } = tf;
await initBackend("wasm");

/** What the model's own layers say, one by one. */
function byLayers(model: tf.LayersModel, pixels: Float32Array, size: number): number[] {
  return tf.tidy(() => {
    const images = tf.tensor(pixels, [size, ...model.inputs[0].shape.slice(1) as number[]]);
    return [...(model.apply(images) as tf.Tensor).dataSync()];
  });
}

function pixelsFor(model: tf.LayersModel, size: number): Float32Array {
  return normals(size * tf.util.sizeFromShape(model.inputs[0].shape.slice(1) as number[]));
}

/** Turns the sign of every other factor of batch normalisation: the largest becomes the smallest. */
function withNegativeFactors(model: tf.LayersModel): tf.LayersModel {
  for (const weight of model.weights.filter(({ originalName }) => /gamma/.test(originalName))) {
    const values = weight.read().dataSync().map((value, i) => i % 2 === 0 ? value : -value);
    weight.write(tf.tensor1d(values));
  }
  return model;
}

for (const [kind, options] of Object.entries(kernelVariants)) {
  Deno.test(`Predictor.predict() says what the layers of any model say (${kind})`, () => {
    fc.assert(
      fc.property(modelSpecs, fc.boolean(), fc.integer({ min: 1, max: 20 }), (spec, flip, size) => {
        const model = flip ? withNegativeFactors(modelOf(spec)) : modelOf(spec);
        const pixels = pixelsFor(model, size);
        const found = compilePredictor(model, options)!.predict(pixels, size);
        assertClose([...found], byLayers(model, pixels, size), 1e-5);
        model.dispose();
      }),
      { seed, numRuns: 80 },
    );
  });
}

Deno.test("Predictor.predict() takes any number of images", () => {
  for (const model of [kerasLike(), compact(), withNegativeFactors(compact())]) {
    const predictor = compilePredictor(model)!;
    for (const size of [1, 16, 17, 40]) {
      const pixels = pixelsFor(model, size);
      assertClose([...predictor.predict(pixels, size)], byLayers(model, pixels, size), 1e-5);
    }
    assertEquals(predictor.predict(new Float32Array(0), 0).length, 0);
    model.dispose();
  }
});

Deno.test("Predictor.predict() goes by the weights of the moment", () => {
  const model = kerasLike();
  const predictor = compilePredictor(model)!;
  const pixels = pixelsFor(model, 3);
  const before = predictor.predict(pixels, 3);
  withRandomWeights(model, 2);
  const after = predictor.predict(pixels, 3);
  assertClose([...after], byLayers(model, pixels, 3), 1e-5);
  assertEquals(after.every((value, i) => value === before[i]), false);
  model.dispose();
});

Deno.test("Predictor.activations() are what the layers make of an image, block by block", () => {
  for (const turn of [withRandomWeights, withNegativeFactors]) {
    const layers = [
      L.conv2d({ inputShape: [12, 10, 1], filters: 4, kernelSize: 3, useBias: false }),
      L.maxPooling2d({ poolSize: 2 }),
      L.batchNormalization(),
      L.reLU(),
      L.flatten(),
      L.dense({ units: 3, activation: "softmax" }),
    ];
    const model = turn(withRandomWeights(tf.sequential({ layers })));
    const pixels = pixelsFor(model, 1);
    const found = compilePredictor(model)!.activations(pixels);
    assertEquals(found.map(({ shape }) => shape), [[5, 4, 4], [1, 1, 3]]);
    for (const [i, layer] of [layers[3], layers[5]].entries()) {
      const upTo = tf.model({ inputs: model.inputs, outputs: layer.output });
      assertClose([...found[i].values], byLayers(upTo, pixels, 1), 1e-5);
    }
    model.dispose();
  }
});

Deno.test("Predictor.predict() refuses values that make no images", () => {
  const model = kerasLike();
  assertThrows(
    () => compilePredictor(model)!.predict(new Float32Array(100), 2),
    RangeError,
    "Cannot predict 2 images: found 100 values, wanted 392",
  );
  model.dispose();
});

Deno.test("compilePredictor() takes dropout, and an end of any shape", () => {
  const model = tf.sequential({
    layers: [
      L.conv2d({ inputShape: [7, 8, 2], filters: 4, kernelSize: 3, activation: "relu" }),
      L.dropout({ rate: 0.5, seed: rngFromSeed(1).integer(100) }),
      L.batchNormalization(),
      L.averagePooling2d({ poolSize: 2 }),
    ],
  });
  withNegativeFactors(withRandomWeights(model));
  const pixels = pixelsFor(model, 2);
  const found = compilePredictor(model)!.predict(pixels, 2);
  assertEquals(found.length, 2 * 2 * 3 * 4);
  assertClose([...found], byLayers(model, pixels, 2), 1e-5);
  model.dispose();
});

Deno.test("compilePredictor() leaves other models alone", () => {
  const image = { inputShape: [8, 8, 2] };
  const others = [
    [L.conv2d({ ...image, filters: 4, kernelSize: 3, strides: 2 })],
    [L.conv2d({ ...image, filters: 4, kernelSize: 3, activation: "tanh" })],
    [L.globalMaxPooling2d(image)],
    [L.softmax(image)],
  ];
  for (const layers of others) {
    const model = tf.sequential({ layers });
    assertEquals(compilePredictor(model), undefined);
    model.dispose();
  }
});
