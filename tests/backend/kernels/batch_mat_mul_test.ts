import * as tf from "@tensorflow/tfjs";
import fc from "fast-check";
import { assertSameOnBoth, normalTensor, seed } from "../compare_backends.ts";

const size = fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 10, max: 40 }));

Deno.test("BatchMatMul agrees with the cpu backend transposed or not", async () => {
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
    { seed, numRuns: 200 },
  );
});

Deno.test("BatchMatMul passes NaN on", async () => {
  await assertSameOnBoth(() =>
    tf.matMul(tf.tensor2d([1, NaN, 3, 4], [2, 2]), normalTensor([2, 3]), true, false)
  );
});

Deno.test("_FusedMatMul agrees with the cpu backend for any bias and activation", async () => {
  const bias = fc.constantFrom("none", "row", "matrix");
  const activation = fc.constantFrom("linear", "relu", "elu", "relu6", "sigmoid");
  const cases = fc.tuple(size, size, size, fc.boolean(), fc.boolean(), bias, activation);
  await fc.assert(
    fc.asyncProperty(cases, async ([m, k, n, transposeA, transposeB, kind, act]) => {
      await assertSameOnBoth(() => {
        const a = normalTensor<tf.Rank.R2>(transposeA ? [k, m] : [m, k]);
        const b = normalTensor<tf.Rank.R2>(transposeB ? [n, k] : [k, n], 2);
        const row = normalTensor(kind === "row" ? [n] : [1, n], 3);
        const options = { a, b, transposeA, transposeB, activation: act } as const;
        return tf.fused.matMul(kind === "none" ? options : { ...options, bias: row });
      });
    }),
    { seed, numRuns: 100 },
  );
});

Deno.test("BatchMatMul leaves empty matrices to tfjs", async () => {
  await assertSameOnBoth(() => tf.matMul(tf.zeros([0, 3]), normalTensor<tf.Rank.R2>([3, 2])));
});
