import * as tf from "@tensorflow/tfjs";
import fc from "fast-check";
import { assertEquals } from "../../support/assert.ts";
import {
  assertSameOnBoth,
  computeOn,
  geometries,
  normalTensor,
  runKernel,
  seed,
} from "../compare_backends.ts";

const pools = [tf.MaxPool, tf.AvgPool];

for (const kernelName of pools) {
  Deno.test(`${kernelName} agrees with the cpu backend on windows of 2 by 2`, async () => {
    const cases = geometries({ explicitPadding: false }).map((geometry) => ({
      ...geometry,
      filter: [2, 2] as [number, number],
      strides: [2, 2] as [number, number],
    })).filter(({ size, pad }) => pad === "valid" ? Math.min(...size) > 1 : pad === "same");
    await fc.assert(
      fc.asyncProperty(cases, async ({ batch, size, channels, filter, strides, pad }) => {
        await assertSameOnBoth(() => {
          const x = normalTensor<tf.Rank.R4>([batch, ...size, channels]);
          return runKernel(kernelName, { x }, { filterSize: filter, strides, pad });
        });
      }),
      { seed, numRuns: 100 },
    );
  });

  Deno.test(`${kernelName} passes NaN and infinity on`, async () => {
    const { values } = await computeOn("wasm", () => {
      const x = tf.tensor4d([1, NaN, 2, Infinity, 3, 4, 5, 6], [1, 2, 4, 1]);
      return runKernel(kernelName, { x }, { filterSize: [2, 2], strides: [2, 2], pad: "valid" });
    });
    assertEquals(values, [NaN, Infinity]);
  });
}
