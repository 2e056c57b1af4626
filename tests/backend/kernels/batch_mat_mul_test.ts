import * as tf from "@tensorflow/tfjs";
import fc from "fast-check";
import { assertSameOnBoth, normalTensor, seed } from "../compare_backends.ts";

const size = fc.integer({ min: 1, max: 9 });

Deno.test("BatchMatMul agrees with the cpu backend for every way of transposing", async () => {
  const cases = fc.tuple(
    size,
    size,
    size,
    fc.integer({ min: 1, max: 2 }),
    fc.boolean(),
    fc.boolean(),
  );
  await fc.assert(
    fc.asyncProperty(cases, async ([m, k, n, batch, transposeA, transposeB]) => {
      const left = transposeA ? [batch, k, m] : [batch, m, k];
      const right = transposeB ? [batch, n, k] : [batch, k, n];
      await assertSameOnBoth(() =>
        tf.matMul(
          normalTensor(left as [number, number, number]),
          normalTensor(right as [number, number, number], 2),
          transposeA,
          transposeB,
        )
      );
    }),
    { seed, numRuns: 40 },
  );
});

Deno.test("BatchMatMul passes NaN on", async () => {
  await assertSameOnBoth(() =>
    tf.matMul(tf.tensor2d([1, NaN, 3, 4], [2, 2]), normalTensor([2, 3]), true, false)
  );
});
