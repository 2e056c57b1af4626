import * as tf from "@tensorflow/tfjs";
import fc from "fast-check";
import { assertEquals } from "../../support/assert.ts";
import {
  assertClose,
  assertSameOnBoth,
  computeOn,
  geometries,
  type Geometry,
  normalTensor,
  outputShape,
  runKernel,
  seed,
} from "../compare_backends.ts";

const unpadded = geometries({ explicitPadding: false })
  .map((geometry): Geometry => ({ ...geometry, pad: "valid" }))
  .filter((geometry) => outputShape(geometry, 1).every((size) => size > 0));

Deno.test("AvgPoolGrad agrees with the cpu backend where nothing is padded", async () => {
  await fc.assert(
    fc.asyncProperty(unpadded, async (geometry) => {
      await assertSameOnBoth(() => gradient(geometry));
    }),
    { seed, numRuns: 100 },
  );
});

Deno.test("AvgPoolGrad agrees with central differences for any window and padding", async () => {
  await fc.assert(
    fc.asyncProperty(geometries({ explicitPadding: false }), fc.nat(), async (geometry, pixel) => {
      const { batch, size, channels, filter, strides, pad } = geometry;
      const shape = [batch, ...size, channels];
      const at = pixel % tf.util.sizeFromShape(shape);
      const loss = (change: number): tf.Tensor => {
        const bump = tf.oneHot(at, tf.util.sizeFromShape(shape)).mul(change).reshape(shape);
        const y = tf.avgPool(normalTensor(shape).add(bump) as tf.Tensor4D, filter, strides, pad);
        // a window that lies wholly in the padding has the mean of no values, NaN
        return tf.where(y.isNaN(), 0, y).mul(normalTensor(y.shape, 2)).sum();
      };
      const [more, less] = [
        await computeOn("cpu", () => loss(0.5)),
        await computeOn("cpu", () => loss(-0.5)),
      ];
      const found = await computeOn("wasm", () => gradient(geometry));
      assertClose([found.values[at]], [more.values[0] - less.values[0]], 1e-5);
    }),
    { seed, numRuns: 150 },
  );
});

function gradient(geometry: Geometry): tf.Tensor {
  const { batch, size, channels, filter, strides, pad } = geometry;
  const input = normalTensor<tf.Rank.R4>([batch, ...size, channels]);
  const dy = normalTensor(outputShape(geometry, channels), 2);
  return runKernel(tf.AvgPoolGrad, { dy, input }, { filterSize: filter, strides, pad });
}

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
