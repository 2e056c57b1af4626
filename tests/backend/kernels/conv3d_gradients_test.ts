import * as tf from "@tensorflow/tfjs";
import fc from "fast-check";
import { initBackend } from "@lib/backend/backend.ts";
import { assertEquals } from "../../support/assert.ts";
import { assertClose, assertSameOnBoth, normalTensor, seed } from "../compare_backends.ts";
import { poisonOutputs } from "../poison_outputs.ts";

type Triple = [number, number, number];

const triple = (low: number, high: number): fc.Arbitrary<Triple> =>
  fc.tuple(...[0, 1, 2].map(() => fc.integer({ min: low, max: high }))) as fc.Arbitrary<Triple>;

interface Case {
  readonly batch: number;
  readonly size: Triple;
  readonly filter: Triple;
  readonly strides: Triple;
  readonly channels: [number, number];
  readonly pad: "valid" | "same";
}

/** Convolutions of volumes with at least one output; strides longer than the filter among them. */
const cases: fc.Arbitrary<Case> = fc.record({
  batch: fc.integer({ min: 1, max: 2 }),
  size: triple(1, 5),
  filter: triple(1, 3),
  strides: triple(1, 4),
  channels: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 4 })),
  pad: fc.constantFrom<"valid" | "same">("valid", "same"),
}).filter(({ size, filter, pad }) => pad === "same" || size.every((side, i) => side >= filter[i]));

function volumes({ batch, size, filter, channels: [C, O] }: Case): [tf.Tensor5D, tf.Tensor5D] {
  return [
    normalTensor<tf.Rank.R5>([batch, ...size, C]),
    normalTensor<tf.Rank.R5>([...filter, C, O], 2),
  ];
}

/** Both gradients, one after the other in a row. */
function gradients({ strides, pad, ...rest }: Case): tf.Tensor1D {
  const [x, filter] = volumes({ strides, pad, ...rest });
  const convolve = (x: tf.Tensor, filter: tf.Tensor): tf.Tensor =>
    tf.conv3d(x as tf.Tensor5D, filter as tf.Tensor5D, strides, pad);
  const dy = normalTensor(convolve(x, filter).shape as [number], 3);
  const [dx, dw] = tf.grads(convolve)([x, filter], dy);
  return tf.concat([dx.flatten(), dw.flatten()]);
}

Deno.test("the gradients of conv3d agree with the cpu backend for any filter and stride", async () => {
  await fc.assert(
    fc.asyncProperty(cases, async (one) => {
      await assertSameOnBoth(() => gradients(one));
    }),
    { seed, numRuns: 60 },
  );
});

Deno.test("the gradients of conv3d are the same whatever the memory held before", async () => {
  await initBackend("wasm");
  fc.assert(
    fc.property(cases, (one) => {
      const [zeros, nans] = [0, NaN].map((value) =>
        tf.tidy(() => [...poisonOutputs(value, () => gradients(one)).dataSync()])
      );
      assertEquals(nans, zeros);
    }),
    { seed, numRuns: 60 },
  );
});

/** The output is linear in each factor: a difference is exact but for rounding, however wide. */
const step = 0.5;

Deno.test("the gradients of conv3d agree with central differences", async () => {
  await initBackend("wasm");
  fc.assert(
    fc.property(cases, fc.nat(), (one, pick) => {
      tf.tidy(() => {
        const [x, filter] = volumes(one);
        const at = pick % (x.size + filter.size);
        const loss = (change: number): number => {
          const bump = tf.oneHot(at, x.size + filter.size).mul(change);
          const movedX = x.add(bump.slice(0, x.size).reshape(x.shape)) as tf.Tensor5D;
          const movedFilter = filter.add(bump.slice(x.size).reshape(filter.shape)) as tf.Tensor5D;
          const y = tf.conv3d(movedX, movedFilter, one.strides, one.pad);
          return y.mul(normalTensor(y.shape, 3)).sum().dataSync()[0];
        };
        const found = gradients(one).dataSync()[at];
        assertClose([found], [(loss(step) - loss(-step)) / (2 * step)], 2e-5);
      });
    }),
    { seed, numRuns: 100 },
  );
});

Deno.test("conv3dTranspose agrees with the cpu backend", async () => {
  await assertSameOnBoth(() => {
    const x = normalTensor<tf.Rank.R5>([2, 3, 3, 4, 4]);
    const filter = normalTensor<tf.Rank.R5>([3, 2, 3, 2, 4], 2);
    return tf.conv3dTranspose(x, filter, [2, 5, 6, 7, 2], 2, "same");
  });
});
