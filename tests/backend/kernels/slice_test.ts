import * as tf from "@tensorflow/tfjs";
import fc from "fast-check";
import { assertEquals, assertThrows } from "../../support/assert.ts";
import { initBackend } from "@lib/backend/backend.ts";
import { assertSameOnBoth, normalTensor, seed } from "../compare_backends.ts";

const axis = fc.tuple(
  fc.integer({ min: 1, max: 6 }),
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.double({ min: 0, max: 1, noNaN: true }),
);

Deno.test("Slice agrees with the cpu backend for any block, rank and type", async () => {
  const cases = fc.tuple(
    fc.array(axis, { minLength: 1, maxLength: 5 }),
    fc.constantFrom<"float32" | "int32">("float32", "int32"),
  );
  await fc.assert(
    fc.asyncProperty(cases, async ([axes, dtype]) => {
      const shape = axes.map(([length]) => length);
      const begin = axes.map(([length, from]) => Math.floor(from * (length - 1)));
      const size = axes.map(([length, , share], i) =>
        1 + Math.floor(share * (length - 1 - begin[i]))
      );
      await assertSameOnBoth(() =>
        tf.slice(normalTensor(shape as [number]).mul(9).cast(dtype), begin, size)
      );
    }),
    { seed, numRuns: 40 },
  );
});

Deno.test("Slice copies long runs, takes -1 for the rest, words, and empty blocks", async () => {
  await assertSameOnBoth(() => tf.slice(normalTensor([3, 40, 5]), [1, 2, 0], [-1, 30, -1]));
  await assertSameOnBoth(() => tf.slice(normalTensor([3, 4]), [0, 1], [0, 2]));
  await initBackend("wasm");
  assertEquals(tf.slice(tf.tensor1d(["a", "b", "c"]), 1, 2).dataSync() as unknown, ["b", "c"]);
});

Deno.test("Slice refuses a block outside of the tensor", async () => {
  await initBackend("wasm");
  assertThrows(() => tf.slice(tf.zeros([3, 4]), [0, 2], [3, 3]), Error);
});
