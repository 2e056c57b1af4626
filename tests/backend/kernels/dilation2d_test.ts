import * as tf from "@tensorflow/tfjs";
import fc from "fast-check";
import { assertSameOnBoth, normalTensor, seed } from "../compare_backends.ts";

const pair = (high: number): fc.Arbitrary<[number, number]> =>
  fc.tuple(fc.integer({ min: 1, max: high }), fc.integer({ min: 1, max: high }));

/** Those in which each window sees a pixel: of one that sees none, the backends give different ends of
 * the numbers. */
const cases = fc.record({
  batch: fc.integer({ min: 1, max: 3 }),
  size: pair(7),
  channels: fc.integer({ min: 1, max: 4 }),
  filter: pair(3),
  step: pair(3),
  isDilated: fc.boolean(),
  pad: fc.constantFrom<"valid" | "same">("valid", "same"),
  shift: fc.constantFrom(-5, 0, 5),
}).filter(({ size, filter, step, isDilated, pad }) =>
  pad === "same" && !isDilated ||
  size.every((side, axis) => side > (filter[axis] - 1) * (isDilated ? step[axis] : 1))
);

Deno.test("dilation2d and its gradients agree with the cpu backend, negative images included", async () => {
  await fc.assert(
    fc.asyncProperty(
      cases,
      async ({ batch, size, channels, filter, step, isDilated, pad, shift }) => {
        const dilate = (x: tf.Tensor, weights: tf.Tensor): tf.Tensor =>
          tf.dilation2d(
            x as tf.Tensor4D,
            weights as tf.Tensor3D,
            isDilated ? 1 : step,
            pad,
            isDilated ? step : 1,
          );
        await assertSameOnBoth(() => {
          const x = normalTensor<tf.Rank.R4>([batch, ...size, channels]).add(shift);
          const weights = normalTensor<tf.Rank.R3>([...filter, channels], 2);
          const y = dilate(x, weights);
          const dy = normalTensor(y.shape as [number], 3);
          const [dx, dw] = tf.grads(dilate)([x, weights], dy);
          return tf.concat([y.flatten(), dx.flatten(), dw.flatten()]);
        });
      },
    ),
    { seed, numRuns: 150 },
  );
});
