import * as tf from "@tensorflow/tfjs";
import { initBackend } from "@lib/backend/backend.ts";
import { blueprintOf, weightsOf } from "@lib/backend/lowering/blueprint.ts";
import { assertEquals } from "../../support/assert.ts";
import { compact } from "../plan/models.ts";

const { layers: L } = tf;
await initBackend("cpu");

Deno.test("blueprintOf() makes plain data, which a worker can be sent", () => {
  const blueprint = blueprintOf(compact())!;
  assertEquals(structuredClone(blueprint), blueprint);
});

Deno.test("blueprintOf() names the weights in the model's order", () => {
  const model = compact();
  const { trained, averaged, blocks } = blueprintOf(model)!;
  assertEquals(trained.map(({ id }) => id), model.trainableWeights.map(({ id }) => id));
  assertEquals(trained.map(({ shape }) => shape), model.trainableWeights.map(({ shape }) => shape));
  assertEquals(averaged.map(({ id }) => id), model.nonTrainableWeights.map(({ id }) => id));
  assertEquals(blocks.flatMap(weightsOf), trained);
});

Deno.test("blueprintOf() takes 256 classes, a label being a byte, and no more", () => {
  const ending = (units: number): tf.LayersModel =>
    tf.sequential({ layers: [L.dense({ inputShape: [2], units })] });
  assertEquals(blueprintOf(ending(256))?.blocks.length, 1);
  assertEquals(blueprintOf(ending(257)), undefined);
});

Deno.test("blueprintOf() refuses a model without weights, and one that does not end flat", () => {
  const layers = [L.flatten({ inputShape: [2, 2, 1] })];
  assertEquals(blueprintOf(tf.sequential({ layers })), undefined);
  const images = [L.conv2d({ inputShape: [4, 4, 1], filters: 2, kernelSize: 3 })];
  assertEquals(blueprintOf(tf.sequential({ layers: images })), undefined);
});

Deno.test("blueprintOf() refuses a model with a frozen layer", () => {
  const layers = [
    L.dense({ inputShape: [2], units: 3, trainable: false }),
    L.dense({ units: 2 }),
  ];
  assertEquals(blueprintOf(tf.sequential({ layers })), undefined);
});
