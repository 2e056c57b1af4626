import * as tf from "@tensorflow/tfjs";
import fc from "fast-check";
import { assert, assertAlmostEquals, assertEquals } from "../../support/assert.ts";
import {
  assertSameOnBoth,
  computeOn,
  geometries,
  normalTensor,
  outputShape,
  runKernel,
  seed,
} from "../compare_backends.ts";

Deno.test("Conv2DBackpropFilter agrees with the cpu backend for any stride and padding", async () => {
  const cases = fc.tuple(geometries({ explicitPadding: true }), fc.integer({ min: 1, max: 5 }));
  await fc.assert(
    fc.asyncProperty(cases, async ([geometry, outChannels]) => {
      const { batch, size, channels, filter, strides, pad } = geometry;
      const filterShape = [...filter, channels, outChannels];
      await assertSameOnBoth(() => {
        const x = normalTensor<tf.Rank.R4>([batch, ...size, channels]);
        const dy = normalTensor(outputShape(geometry, outChannels), 2);
        const attrs = { strides, pad, filterShape, dataFormat: "NHWC" };
        return runKernel(tf.Conv2DBackpropFilter, { x, dy }, attrs);
      });
    }),
    { seed, numRuns: 200 },
  );
});

function gradient(dataFormat: string, x: tf.Tensor, dy: tf.Tensor): tf.Tensor {
  const attrs = { strides: 2, pad: "same", filterShape: [3, 3, 2, 4], dataFormat };
  return runKernel(tf.Conv2DBackpropFilter, { x, dy }, attrs);
}

Deno.test("Conv2DBackpropFilter takes channels first and whole numbers", async () => {
  await assertSameOnBoth(() =>
    gradient("NCHW", normalTensor([2, 2, 5, 6]), normalTensor([2, 4, 3, 3], 2))
  );
  await assertSameOnBoth(() =>
    gradient("NHWC", normalTensor([2, 5, 6, 2]).mul(9).toInt(), normalTensor([2, 3, 3, 4], 2))
  );
});

Deno.test("Conv2DBackpropFilter passes NaN on, and gives zeros for an empty batch", async () => {
  const found = await computeOn("wasm", () => {
    const dy = tf.where(tf.range(0, 4).equal(2), NaN, tf.ones([2, 3, 3, 4]));
    return gradient("NHWC", tf.ones([2, 5, 6, 2]), dy);
  });
  found.values.forEach((value, i) => assertEquals(Number.isNaN(value), i % 4 === 2));
  const empty = await computeOn(
    "wasm",
    () => gradient("NHWC", tf.zeros([0, 5, 6, 2]), tf.zeros([0, 3, 3, 4])),
  );
  assert(empty.values.length === 72 && empty.values.every((value) => value === 0));
});

Deno.test("Conv2DBackpropFilter agrees with central differences", async () => {
  const loss = (w: tf.Tensor): tf.Scalar =>
    tf.conv2d(normalTensor<tf.Rank.R4>([2, 6, 5, 2]), w as tf.Tensor4D, [2, 1], "same").square()
      .mean();
  const shape: [number, number, number, number] = [3, 2, 2, 3];
  const { values } = await computeOn("wasm", () => tf.grad(loss)(normalTensor(shape, 2)));
  for (const at of [0, 7, 20, 35]) {
    const bump = tf.oneHot([at], 36).reshape(shape).mul(0.05);
    const [more, less] = [1, -1].map((sign) =>
      loss(normalTensor(shape, 2).add(bump.mul(sign))).dataSync()[0]
    );
    assertAlmostEquals((more - less) / 0.1, values[at], 1e-4);
  }
});
