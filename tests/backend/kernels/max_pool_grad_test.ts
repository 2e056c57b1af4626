import * as tf from "@tensorflow/tfjs";
import fc from "fast-check";
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

function gradient(geometry: Geometry, hasTies: boolean): tf.Tensor {
  const { batch, size, channels, filter, strides, pad } = geometry;
  const x = normalTensor<tf.Rank.R4>([batch, ...size, channels]);
  const input = hasTies ? x.round() : x;
  const dy = normalTensor(outputShape(geometry, channels), 2);
  const attrs = { filterSize: filter, strides, pad };
  return runKernel(tf.MaxPoolGrad, { dy, input, output: dy }, attrs);
}

Deno.test("MaxPoolGrad agrees with the cpu backend for any window, ties included", async () => {
  const cases = fc.tuple(geometries({ explicitPadding: false }), fc.boolean());
  await fc.assert(
    fc.asyncProperty(cases, async ([geometry, hasTies]) => {
      await assertSameOnBoth(() => gradient(geometry, hasTies));
    }),
    { seed, numRuns: 150 },
  );
});

Deno.test("MaxPoolGrad agrees with the cpu backend on windows of 2 by 2", async () => {
  const window = { batch: 3, channels: 7, filter: [2, 2], strides: [2, 2], pad: "valid" } as const;
  for (const side of [2, 5, 8]) {
    const geometry = { ...window, size: [side, side] } as unknown as Geometry;
    await assertSameOnBoth(() => gradient(geometry, true));
    await assertSameOnBoth(() => gradient(geometry, false));
  }
});

Deno.test("MaxPoolGrad skips NaN in the image, as the cpu backend, and passes NaN in dy", async () => {
  const odd = [NaN, Infinity, -Infinity, 0, -0, 1];
  const image = Array.from({ length: 4 * 36 }, (_, i) => odd[(i * 7 + Math.floor(i / 5)) % 6]);
  const run = (dyValue: number) => (): tf.Tensor => {
    const input = tf.tensor4d(image, [1, 12, 12, 1]);
    const dy = tf.fill([1, 6, 6, 1], dyValue);
    const attrs = { filterSize: [2, 2], strides: [2, 2], pad: "valid" };
    return runKernel(tf.MaxPoolGrad, { dy, input, output: dy }, attrs);
  };
  await assertSameOnBoth(run(1));
  const wanted = (await computeOn("cpu", run(1))).values.map((value) => value === 1);
  assertEquals((await computeOn("wasm", run(NaN))).values.map(Number.isNaN), wanted);
});
