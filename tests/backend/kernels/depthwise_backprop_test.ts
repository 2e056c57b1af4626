import * as tf from "@tensorflow/tfjs";
import fc from "fast-check";
import { assertAlmostEquals } from "../../support/assert.ts";
import {
  assertSameOnBoth,
  computeOn,
  geometries,
  normalTensor,
  outputShape,
  runKernel,
  seed,
  type Shape,
} from "../compare_backends.ts";

Deno.test("the gradients of a depthwise convolution agree with the cpu backend", async () => {
  const cases = fc.tuple(geometries({ explicitPadding: true }), fc.integer({ min: 1, max: 3 }));
  await fc.assert(
    fc.asyncProperty(cases, async ([geometry, times]) => {
      const { batch, size, channels, filter: window, strides, pad } = geometry;
      const inputShape: Shape = [batch, ...size, channels];
      const filterShape: Shape = [...window, channels, times];
      const attrs = { strides, pad, dilations: [1, 1], inputShape, filterShape };
      const dy = (): tf.Tensor => normalTensor(outputShape(geometry, channels * times), 2);
      await assertSameOnBoth(() => {
        const inputs = { x: normalTensor(inputShape), dy: dy() };
        return runKernel(tf.DepthwiseConv2dNativeBackpropFilter, inputs, attrs);
      });
      await assertSameOnBoth(() => {
        const inputs = { filter: normalTensor(filterShape), dy: dy() };
        return runKernel(tf.DepthwiseConv2dNativeBackpropInput, inputs, attrs);
      });
    }),
    { seed, numRuns: 60 },
  );
});

Deno.test("the gradients of a dilated depthwise convolution are its adjoints", async () => {
  const attrs = { strides: 1, dilations: 2, pad: "same" };
  const inner = (a: tf.Tensor, b: tf.Tensor): tf.Tensor => a.mul(b).sum();
  const products = await computeOn("wasm", () => {
    const x = normalTensor<tf.Rank.R4>([2, 7, 6, 3]);
    const filter = normalTensor<tf.Rank.R4>([3, 2, 3, 2], 2);
    const dy = normalTensor<tf.Rank.R4>([2, 7, 6, 6], 3);
    const y = tf.depthwiseConv2d(x, filter, 1, "same", "NHWC", 2);
    const dw = runKernel(tf.DepthwiseConv2dNativeBackpropFilter, { x, dy }, {
      ...attrs,
      filterShape: filter.shape,
    });
    const dx = runKernel(tf.DepthwiseConv2dNativeBackpropInput, { dy, filter }, {
      ...attrs,
      inputShape: x.shape,
    });
    return tf.stack([inner(y, dy), inner(dw, filter), inner(dx, x)]);
  });
  assertAlmostEquals(products.values[1], products.values[0], 1e-3);
  assertAlmostEquals(products.values[2], products.values[0], 1e-3);
});
