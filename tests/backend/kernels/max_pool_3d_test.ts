import * as tf from "@tensorflow/tfjs";
import fc from "fast-check";
import { initBackend } from "@lib/backend/backend.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { assertClose, assertSameOnBoth, normalTensor, seed } from "../compare_backends.ts";

type Triple = [number, number, number];

const triple = (low: number, high: number): fc.Arbitrary<Triple> =>
  fc.tuple(...[0, 1, 2].map(() => fc.integer({ min: low, max: high }))) as fc.Arbitrary<Triple>;

const cases = fc.record({
  batch: fc.integer({ min: 1, max: 2 }),
  size: triple(1, 5),
  channels: fc.integer({ min: 1, max: 3 }),
  filter: triple(1, 3),
  strides: triple(1, 3),
  pad: fc.constantFrom<"valid" | "same">("valid", "same"),
  shift: fc.constantFrom(-5, 0, 5),
}).filter(({ size, filter, pad }) => pad === "same" || size.every((side, i) => side >= filter[i]));

Deno.test("max pooling of volumes agrees with the cpu backend, negative volumes included", async () => {
  await fc.assert(
    fc.asyncProperty(cases, async ({ batch, size, channels, filter, strides, pad, shift }) => {
      await assertSameOnBoth(() => {
        const volumes = normalTensor<tf.Rank.R5>([batch, ...size, channels]).add(shift);
        return tf.maxPool3d(volumes as tf.Tensor5D, filter, strides, pad);
      });
    }),
    { seed, numRuns: 100 },
  );
});

Deno.test("the gradient of max pooling of volumes is that of central differences, where cpu errs with padding", async () => {
  await initBackend("wasm");
  fc.assert(
    fc.property(cases, fc.nat(), ({ batch, size, channels, filter, strides, pad, shift }, pick) => {
      tf.tidy(() => {
        const pool = (x: tf.Tensor): tf.Tensor =>
          tf.maxPool3d(x as tf.Tensor5D, filter, strides, pad);
        const shape = [batch, ...size, channels];
        const count = tf.util.sizeFromShape(shape);
        // Eighths in random order: a step of a 32nd changes no order, and rounds nothing.
        const ranks = rngFromSeed(pick).permutation(count);
        const values = Float32Array.from(ranks, (rank) => rank / 8 + shift);
        const dy = normalTensor(pool(tf.tensor(values, shape)).shape as [number], 2);
        const at = pick % count;
        const [more, less] = [1 / 32, -1 / 32].map((change) => {
          const moved = values.slice();
          moved[at] += change;
          const shares = dy.dataSync();
          const outputs = pool(tf.tensor(moved, shape)).dataSync<"float32">();
          return outputs.reduce((sum, value, i) => sum + value * shares[i], 0);
        });
        const found = tf.grad(pool)(tf.tensor(values, shape), dy).dataSync()[at];
        assertClose([found], [(more - less) * 16], 1e-5);
      });
    }),
    { seed, numRuns: 150 },
  );
});
