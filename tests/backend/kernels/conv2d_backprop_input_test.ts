import * as tf from "@tensorflow/tfjs";
import fc from "fast-check";
import { assert, assertEquals } from "../../support/assert.ts";
import {
  assertSameOnBoth,
  computeOn,
  geometries,
  normalTensor,
  outputShape,
  runKernel,
  seed,
} from "../compare_backends.ts";

Deno.test("Conv2DBackpropInput agrees with the cpu backend for any stride and padding", async () => {
  const cases = fc.tuple(geometries({ explicitPadding: true }), fc.integer({ min: 1, max: 5 }));
  await fc.assert(
    fc.asyncProperty(cases, async ([geometry, outChannels]) => {
      const { batch, size, channels, filter: window, strides, pad } = geometry;
      const inputShape = [batch, ...size, channels];
      await assertSameOnBoth(() => {
        const filter = normalTensor<tf.Rank.R4>([...window, channels, outChannels]);
        const dy = normalTensor(outputShape(geometry, outChannels), 2);
        const attrs = { strides, pad, inputShape, dataFormat: "NHWC" };
        return runKernel(tf.Conv2DBackpropInput, { dy, filter }, attrs);
      });
    }),
    { seed, numRuns: 200 },
  );
});

Deno.test("Conv2DBackpropInput computes transposed convolutions, and their gradients", async () => {
  for (const [stride, pad] of [[1, "same"], [2, "same"], [3, "valid"], [4, "valid"]] as const) {
    const size = pad === "same" ? 5 * stride : 4 * stride + 3;
    const up = (x: tf.Tensor): tf.Tensor =>
      tf.conv2dTranspose(
        x as tf.Tensor4D,
        normalTensor([3, 3, 4, 2], 2),
        [2, size, size, 4],
        stride,
        pad,
      );
    await assertSameOnBoth(() => up(normalTensor([2, 5, 5, 2])));
    await assertSameOnBoth(() => tf.grad((x) => up(x).square())(normalTensor([2, 5, 5, 2])));
  }
});

function gradient(dataFormat: string, inputShape: number[], dy: tf.Tensor, strides = 2): tf.Tensor {
  const attrs = { strides, pad: "same", dataFormat, inputShape };
  const filter = normalTensor([3, 3, 2, 4], 2);
  return runKernel(tf.Conv2DBackpropInput, { dy, filter }, attrs);
}

Deno.test("Conv2DBackpropInput takes channels first and whole numbers", async () => {
  await assertSameOnBoth(() => gradient("NCHW", [2, 2, 5, 6], normalTensor([2, 4, 3, 3])));
  for (const [strides, inputShape] of [[1, [2, 3, 3, 2]], [2, [2, 5, 6, 2]]] as const) {
    const whole = (): tf.Tensor => normalTensor([2, 3, 3, 4]).mul(9).toInt();
    await assertSameOnBoth(() => gradient("NHWC", [...inputShape], whole(), strides));
  }
});

Deno.test("Conv2DBackpropInput passes NaN on, to its own image alone", async () => {
  const { values } = await computeOn("wasm", () => {
    const dy = tf.concat([tf.fill([1, 3, 3, 4], NaN), tf.ones([1, 3, 3, 4])]);
    return gradient("NHWC", [2, 5, 6, 2], dy);
  });
  assert(values.slice(0, 60).every(Number.isNaN));
  assertEquals(values.slice(60).some(Number.isNaN), false);
});
