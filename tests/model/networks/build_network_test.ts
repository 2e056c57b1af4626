import { assertAlmostEquals, assertEquals, assertThrows } from "../../support/assert.ts";
import * as tf from "@tensorflow/tfjs";
import { initBackend } from "@lib/backend/backend.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { buildNetwork, type NetworkName } from "@lib/model/networks/build_network.ts";

await initBackend("wasm");

const trainable: Record<Exclude<NetworkName, "line">, number> = {
  compact: 18_386,
  deep: 20_974,
  wide: 196_651,
};

const digitNetworks = Object.entries(trainable) as [Exclude<NetworkName, "line">, number][];

function build(name: NetworkName, seed = 1): tf.LayersModel {
  return buildNetwork(name, { mean: 0.13, deviation: 0.31, rng: rngFromSeed(seed) });
}

for (const [name, parameters] of digitNetworks) {
  Deno.test(`buildNetwork("${name}") takes 28×28 pixels and gives probabilities`, () => {
    const model = build(name);
    assertEquals(model.inputs[0].shape, [null, 28, 28, 1]);
    assertEquals(model.outputs[0].shape, [null, name === "wide" ? 11 : 10]);
    const sums = tf.tidy(() => {
      const images = tf.randomUniform([3, 28, 28, 1], 0, 1, "float32", 7);
      return (model.predict(images) as tf.Tensor).sum(1).dataSync();
    });
    for (const sum of sums) assertAlmostEquals(sum, 1, 1e-5);
    model.dispose();
  });

  Deno.test(`buildNetwork("${name}") has the number of weights its docs tell`, () => {
    const model = build(name);
    assertEquals(
      model.trainableWeights.reduce((sum, { shape }) => sum + size(shape), 0),
      parameters,
    );
    model.dispose();
  });

  Deno.test(`buildNetwork("${name}") draws the same weights for the same seed alone`, () => {
    const [a, b, c] = [build(name, 1), build(name, 1), build(name, 2)].map(takeWeights);
    assertEquals(a, b);
    assertEquals(a.some((value, index) => value !== c[index]), true);
  });
}

Deno.test("buildNetwork() multiplies the channels by the width, to fours and no fewer", () => {
  const filtersOf = (width: number): number[] => {
    const options = { mean: 0.13, deviation: 0.31, rng: rngFromSeed(1), width };
    const model = buildNetwork("compact", options);
    const shapes = model.trainableWeights.map(({ shape }) => shape).filter((s) => s.length === 4);
    model.dispose();
    return shapes.map((shape) => shape[3]!);
  };
  assertEquals(filtersOf(1), [8, 24, 64]);
  assertEquals(filtersOf(1.6), [12, 40, 104]);
  assertEquals(filtersOf(0.25), [4, 8, 16]);
});

Deno.test("buildNetwork() standardises: brighter pixels with the same contrast give the same scores", () => {
  const plain = build("compact");
  const shifted = buildNetwork("compact", { mean: 0.33, deviation: 0.31, rng: rngFromSeed(1) });
  tf.tidy(() => {
    const images = tf.randomUniform([2, 28, 28, 1], 0, 0.8, "float32", 3);
    const a = (plain.predict(images) as tf.Tensor).dataSync();
    const b = (shifted.predict(images.add(0.2)) as tf.Tensor).dataSync();
    for (const [index, value] of a.entries()) assertAlmostEquals(value, b[index], 1e-5);
  });
  plain.dispose();
  shifted.dispose();
});

Deno.test("buildNetwork() refuses a deviation of 0", () => {
  const options = { mean: 0, deviation: 0, rng: rngFromSeed(1) };
  assertThrows(() => buildNetwork("compact", options), RangeError, "must be positive");
});

/** The weights of a model that is then disposed of. */
function takeWeights(model: tf.LayersModel): number[] {
  const values = model.getWeights().flatMap((weight) => [...weight.dataSync()]);
  model.dispose();
  return values;
}

function size(shape: (number | null)[]): number {
  return shape.reduce<number>((product, length) => product * length!, 1);
}
