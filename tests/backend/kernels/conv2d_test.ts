import * as tf from "@tensorflow/tfjs";
import fc from "fast-check";
import { initBackend } from "@lib/backend/backend.ts";
import { assertEquals } from "../../support/assert.ts";
import {
  assertSameOnBoth,
  computeOn,
  geometries,
  type Geometry,
  normalTensor,
  outputShape,
  runKernel,
  seed,
} from "../compare_backends.ts";

/** Convolutions with stride 1: small ones, and such as Winograd's algorithm takes. Where padding is a
 * number, tfjs takes every filter for as wide as it is high, and its own kernel, left with a narrower
 * one, writes out of bounds: so there is none. */
const plainGeometries: fc.Arbitrary<Geometry> = fc.tuple(
  geometries({ explicitPadding: true }),
  fc.boolean(),
).map(([geometry, isWinograd]): Geometry => {
  const plain: Geometry = { ...geometry, strides: [1, 1] };
  return isWinograd ? { ...plain, filter: [3, 3], channels: 8 } : plain;
}).filter((geometry) =>
  outputShape(geometry, 1).every((size) => size > 0) &&
  (typeof geometry.pad !== "number" || geometry.filter[0] <= geometry.filter[1])
);
const outChannels = fc.constantFrom(1, 3, 4, 7, 8, 12);

Deno.test("Conv2D agrees with the cpu backend for any padding", async () => {
  await fc.assert(
    fc.asyncProperty(plainGeometries, outChannels, async (geometry, channels) => {
      const { batch, size, filter, strides, pad } = geometry;
      await assertSameOnBoth(() => {
        const x = normalTensor([batch, ...size, geometry.channels]);
        const weights = normalTensor([...filter, geometry.channels, channels], 2);
        const attrs = { strides, pad, dilations: 1, dataFormat: "NHWC" };
        return runKernel(tf.Conv2D, { x, filter: weights }, attrs);
      });
    }),
    { seed, numRuns: 250 },
  );
});

Deno.test("the gradients of Conv2D agree with the cpu backend for any padding", async () => {
  await fc.assert(
    fc.asyncProperty(plainGeometries, outChannels, async (geometry, channels) => {
      const { batch, size, filter, strides, pad } = geometry;
      const [inputShape, filterShape] = [
        [batch, ...size, geometry.channels],
        [...filter, geometry.channels, channels],
      ];
      const attrs = { strides, pad, inputShape, filterShape, dataFormat: "NHWC" };
      const dy = (): tf.Tensor => normalTensor(outputShape(geometry, channels), 2);
      await assertSameOnBoth(() =>
        runKernel(tf.Conv2DBackpropInput, { dy: dy(), filter: normalTensor(filterShape) }, attrs)
      );
      await assertSameOnBoth(() =>
        runKernel(tf.Conv2DBackpropFilter, { x: normalTensor(inputShape), dy: dy() }, attrs)
      );
    }),
    { seed, numRuns: 250 },
  );
});

function fused(activation: tf.fused.Activation, bias: tf.Tensor | null, channels = 8): tf.Tensor {
  return tf.fused.conv2d({
    x: normalTensor<tf.Rank.R4>([2, 6, 7, channels]),
    filter: normalTensor<tf.Rank.R4>([3, 3, channels, 8], 2),
    strides: 1,
    pad: "same",
    activation,
    ...(bias === null ? {} : { bias }),
  });
}

Deno.test("FusedConv2D adds the bias, and applies any activation", async () => {
  for (const activation of ["linear", "relu", "relu6", "sigmoid"] as const) {
    for (const channels of [1, 8]) {
      await assertSameOnBoth(() => fused(activation, normalTensor([8], 3), channels));
      await assertSameOnBoth(() => fused(activation, null, channels));
    }
  }
});

Deno.test("Conv2D agrees with the cpu backend for any stride or dilation", async () => {
  const step = fc.integer({ min: 1, max: 3 });
  const side = fc.integer({ min: 1, max: 11 });
  const window = fc.integer({ min: 1, max: 4 });
  const cases = fc.record({
    size: fc.tuple(side, side),
    filter: fc.tuple(window, window),
    channels: fc.constantFrom(1, 3, 8),
    step: fc.tuple(step, step),
    isDilated: fc.boolean(),
    pad: fc.constantFrom("valid" as const, "same" as const),
  }).filter(({ size, filter, step, isDilated, pad }) =>
    pad === "same" ||
    size.every((length, i) => length > (filter[i] - 1) * (isDilated ? step[i] : 1))
  );
  await fc.assert(
    fc.asyncProperty(cases, outChannels, async (drawn, O) => {
      const { size, filter, channels, step, isDilated, pad } = drawn;
      await assertSameOnBoth(() =>
        tf.conv2d(
          normalTensor<tf.Rank.R4>([2, ...size, channels]),
          normalTensor<tf.Rank.R4>([...filter, channels, O], 2),
          isDilated ? 1 : step,
          pad,
          "NHWC",
          isDilated ? step : 1,
        )
      );
    }),
    { seed, numRuns: 250 },
  );
});

Deno.test("Conv2D passes NaN on, to its own image alone", async () => {
  const found = await computeOn("wasm", () => {
    const x = tf.concat([tf.fill([1, 6, 6, 8], NaN), tf.ones([1, 6, 6, 8])]) as tf.Tensor4D;
    return tf.conv2d(x, tf.ones([3, 3, 8, 8]), 1, "valid");
  });
  const half = found.values.length / 2;
  assertEquals(found.values.slice(0, half).every(Number.isNaN), true);
  assertEquals(found.values.slice(half).every((value) => Math.abs(value - 72) < 1e-4), true);
});

Deno.test("Conv2D works on while the heap grows", async () => {
  await initBackend("wasm");
  tf.tidy(() => {
    const filter = tf.ones<tf.Rank.R4>([3, 3, 8, 8]);
    for (const size of [8, 64, 256]) { // scratch of 0.1 to 20 MB
      const y = tf.conv2d(tf.ones<tf.Rank.R4>([8, size, size, 8]), filter, 1, "same");
      tf.ones([size, size, 64]);
      const middle = y.slice([7, 2, 2, 0], [1, 1, 1, 8]).dataSync();
      assertEquals(middle.every((value) => Math.abs(value - 72) < 1e-4), true);
    }
  });
});
