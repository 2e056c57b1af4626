import * as tf from "@tensorflow/tfjs";
import fc from "fast-check";
import { assertEquals } from "../../support/assert.ts";
import {
  assertSameOnBoth,
  computeOn,
  geometries,
  normalTensor,
  outputShape,
  runKernel,
  seed,
} from "../compare_backends.ts";

Deno.test("AvgPoolGrad agrees with the cpu backend for any window", async () => {
  await fc.assert(
    fc.asyncProperty(geometries({ explicitPadding: false }), async (geometry) => {
      const { batch, size, channels, filter, strides, pad } = geometry;
      await assertSameOnBoth(() => {
        const input = normalTensor<tf.Rank.R4>([batch, ...size, channels]);
        const dy = normalTensor(outputShape(geometry, channels), 2);
        return runKernel(tf.AvgPoolGrad, { dy, input }, { filterSize: filter, strides, pad });
      });
    }),
    { seed, numRuns: 30 },
  );
});

Deno.test("AvgPoolGrad passes NaN on, to the pixels of its window alone", async () => {
  const { values } = await computeOn(
    "wasm",
    () =>
      tf.grad((x) =>
        tf.avgPool(x as tf.Tensor4D, 2, 2, "valid").mul(tf.tensor([1, NaN]).reshape([1, 1, 2, 1]))
      )(tf.ones([1, 2, 4, 1])),
  );
  assertEquals(values, [0.25, 0.25, NaN, NaN, 0.25, 0.25, NaN, NaN]);
});
