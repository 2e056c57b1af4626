import * as tf from "@tensorflow/tfjs";
import fc from "fast-check";
import { assertSameOnBoth, normalTensor, seed } from "../compare_backends.ts";

const shape = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 4 });

Deno.test("Add agrees with the cpu backend for a row on either side", async () => {
  await fc.assert(
    fc.asyncProperty(shape, fc.boolean(), fc.boolean(), async (sizes, isFirst, isInteger) => {
      await assertSameOnBoth(() => {
        const x = normalTensor(sizes as [number]).mul(5);
        const row = normalTensor([sizes.at(-1)!], 2);
        const matrix = isInteger ? x.toInt() : x;
        return isFirst ? tf.add(row, matrix) : tf.add(matrix, row);
      });
    }),
    { seed, numRuns: 60 },
  );
});

Deno.test("Add agrees with the cpu backend for other shapes that broadcast", async () => {
  const pairs = [[[3, 4], [3, 1]], [[2, 3, 4], [3, 4]], [[4], [1]], [[5, 1], [4]], [[2, 2], []]];
  for (const [a, b] of pairs as [number[], number[]][]) {
    await assertSameOnBoth(() =>
      tf.add(normalTensor(a as [number]), normalTensor(b as [number], 2))
    );
  }
});

Deno.test("Add passes NaN and infinity on", async () => {
  await assertSameOnBoth(() =>
    tf.add(tf.tensor2d([1, NaN, 3, Infinity, 5, 6], [2, 3]), tf.tensor1d([-Infinity, 1, NaN]))
  );
});

const cases = fc.record({
  shape: fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 4 }),
  picks: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
  keepDims: fc.boolean(),
  isWhole: fc.boolean(),
});

for (const [name, reduce] of [["Sum", tf.sum], ["Mean", tf.mean]] as const) {
  Deno.test(`${name} agrees with the cpu backend over any axes`, async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ({ shape, picks, keepDims, isWhole }) => {
        const axes = shape.map((_, axis) => axis).filter((axis) => picks[axis]);
        await assertSameOnBoth(() => {
          const x = normalTensor(shape as [number]).mul(5);
          return reduce(isWhole ? x.toInt() : x, axes, keepDims);
        });
      }),
      { seed, numRuns: 40 },
    );
  });

  Deno.test(`${name} passes NaN and infinity on, column by column`, async () => {
    await assertSameOnBoth(() =>
      reduce(tf.tensor2d([1, NaN, 3, 4, 5, Infinity, 7, 8, -Infinity], [3, 3]), 0)
    );
  });

  Deno.test(`${name} takes axes from behind, and in any order`, async () => {
    await assertSameOnBoth(() => reduce(normalTensor([3, 4, 5, 6]), [-3, 0]));
    await assertSameOnBoth(() => reduce(normalTensor([3, 4, 5, 6]), [2, 0, 1]));
  });
}
