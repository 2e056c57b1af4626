import * as tf from "@tensorflow/tfjs";
import fc from "fast-check";
import { assertSameOnBoth, normalTensor, seed } from "../compare_backends.ts";

const cases = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 }).chain(
  (shape) =>
    fc.record({
      shape: fc.constant(shape),
      axis: fc.integer({ min: 0, max: shape.length - 1 }),
      isFromBack: fc.boolean(),
      exclusive: fc.boolean(),
      reverse: fc.boolean(),
    }),
);

for (const name of ["cumsum", "cumprod"] as const) {
  Deno.test(`${name} agrees with the cpu backend along any axis, counted from either end`, async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ({ shape, axis, isFromBack, exclusive, reverse }) => {
        await assertSameOnBoth(() => {
          const x = normalTensor(shape as [number]);
          // tfjs's own kernels go wrong along an axis from the back: the cpu backend is not asked for one.
          const isAsked = isFromBack && tf.getBackend() === "wasm";
          return tf[name](x, isAsked ? axis - shape.length : axis, exclusive, reverse);
        });
      }),
      { seed, numRuns: 100 },
    );
  });
}
