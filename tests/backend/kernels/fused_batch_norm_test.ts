import * as tf from "@tensorflow/tfjs";
import fc from "fast-check";
import { assertSameOnBoth, normalTensor, seed } from "../compare_backends.ts";

const cases = fc.record({
  shape: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 4 }),
  hasScale: fc.boolean(),
  hasOffset: fc.boolean(),
});

Deno.test("FusedBatchNorm agrees with the cpu backend, with and without scale and offset", async () => {
  await fc.assert(
    fc.asyncProperty(cases, async ({ shape, hasScale, hasOffset }) => {
      await assertSameOnBoth(() => {
        const row = (from: number): tf.Tensor1D => normalTensor<tf.Rank.R1>([shape.at(-1)!], from);
        const offset = hasOffset ? row(2) : undefined;
        const scale = hasScale ? row(3) : undefined;
        return tf.batchNorm(
          normalTensor(shape as [number, number]),
          row(4),
          row(5).square(),
          offset,
          scale,
          0.01,
        );
      });
    }),
    { seed, numRuns: 60 },
  );
});

Deno.test("FusedBatchNorm passes NaN on", async () => {
  await assertSameOnBoth(() =>
    tf.batchNorm(tf.tensor2d([1, NaN, 3, 4], [2, 2]), tf.tensor1d([1, 2]), tf.tensor1d([1, 2]))
  );
});
