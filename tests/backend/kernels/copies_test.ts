import * as tf from "@tensorflow/tfjs";
import fc from "fast-check";
import { initBackend } from "@lib/backend/backend.ts";
import { assertEquals, assertThrows } from "../../support/assert.ts";
import { assertSameOnBoth, normalTensor, seed } from "../compare_backends.ts";

Deno.test("Identity and a cast to the same type share memory until the last owner goes", async () => {
  await initBackend("wasm");
  const backend = tf.backend();
  const before = backend.numDataIds();
  const first = tf.tensor1d([1, 2, 3]);
  const second = first.clone();
  const third = tf.engine().runKernel<tf.Tensor>(tf.Cast, { x: second }, { dtype: "float32" });
  assertEquals(backend.numDataIds(), before + 1);
  first.dispose();
  second.dispose();
  assertEquals([...third.dataSync()], [1, 2, 3]);
  third.dispose();
  assertEquals(backend.numDataIds(), before);
});

Deno.test("a variable made from a tensor keeps its values when the tensor's clone is assigned over", async () => {
  await initBackend("wasm");
  tf.tidy(() => {
    const start = tf.tensor1d([1, 2]);
    const variable = tf.variable(start.clone());
    variable.assign(variable.add(1));
    assertEquals([...start.dataSync()], [1, 2]);
    assertEquals([...variable.dataSync()], [2, 3]);
    variable.dispose();
  });
});

Deno.test("Cast changes the type where it differs, and clones words", async () => {
  await initBackend("wasm");
  tf.tidy(() => {
    assertEquals([...tf.tensor1d([1.7, -2.7]).toInt().dataSync()], [1, -2]);
    assertEquals(tf.tensor1d(["a"]).clone().dataSync() as unknown, ["a"]);
  });
});

const sliced = fc.tuple(
  fc.integer({ min: 1, max: 6 }),
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.double({ min: 0, max: 1, noNaN: true }),
);

Deno.test("Slice agrees with the cpu backend for any block, rank and type", async () => {
  const cases = fc.tuple(
    fc.array(sliced, { minLength: 1, maxLength: 5 }),
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

const tiled = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }));

Deno.test("Tile agrees with the cpu backend for any shape", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(tiled, { minLength: 1, maxLength: 4 }), async (axes) => {
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

Deno.test("Tile refuses words, and the backend works on", async () => {
  await initBackend("wasm");
  assertThrows(() => tf.tile(tf.tensor1d(["a", "b"]), [2]), Error, "Cannot tile words");
  assertEquals([...tf.tile(tf.tensor1d([1, 2]), [2]).dataSync()], [1, 2, 1, 2]);
});
