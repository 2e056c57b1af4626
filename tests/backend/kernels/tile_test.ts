import * as tf from "@tensorflow/tfjs";
import fc from "fast-check";
import { assertSameOnBoth, normalTensor, seed } from "../compare_backends.ts";

const axis = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }));

Deno.test("Tile agrees with the cpu backend for any shape", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(axis, { minLength: 1, maxLength: 4 }), async (axes) => {
      await assertSameOnBoth(() =>
        tf.tile(
          normalTensor(axes.map(([length]) => length) as [number]),
          axes.map(([, times]) => times),
        )
      );
    }),
    { seed, numRuns: 40 },
  );
});

Deno.test("Tile repeats a row for every pixel, as batch norm's gradient needs", async () => {
  await assertSameOnBoth(() => tf.tile(normalTensor([1, 1, 1, 5]), [3, 4, 7, 1]));
  await assertSameOnBoth(() => tf.tile(normalTensor([1, 5]).toInt(), [3, 2]));
});
