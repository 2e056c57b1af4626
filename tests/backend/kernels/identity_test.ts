import * as tf from "@tensorflow/tfjs";
import { initBackend } from "@lib/backend/backend.ts";
import { assertEquals } from "../../support/assert.ts";

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
