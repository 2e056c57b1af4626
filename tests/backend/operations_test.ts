import * as tf from "@tensorflow/tfjs";
import { initBackend } from "@lib/backend/backend.ts";
import { assertEquals, assertNotEquals, assertThrows } from "../support/assert.ts";
import { assertSameOnBoth, computeOn } from "./compare_backends.ts";
import { poisonOutputs } from "./poison_outputs.ts";
import { operationCases } from "./operation_cases.ts";

for (const [name, { run, throws, differs }] of Object.entries(operationCases)) {
  Deno.test(`operation ${name}: values of the cpu backend where that does not err, or it throws`, async () => {
    if (throws !== undefined) {
      await initBackend("wasm");
      assertThrows(run, Error, throws);
    } else if (differs) {
      const [own, cpu] = [await computeOn("wasm", run), await computeOn("cpu", run)];
      assertNotEquals(own, cpu, "the cpu backend errs no more: compare with it");
    } else {
      await assertSameOnBoth(run);
    }
  });
}

for (const [name, { run, throws }] of Object.entries(operationCases)) {
  if (throws !== undefined) continue;
  Deno.test(`operation ${name}: nothing of what memory held before shows, and none is kept`, async () => {
    await initBackend("wasm");
    const valuesOver = (value: number): number[] =>
      tf.tidy(() => [...poisonOutputs(value, run).dataSync()]);
    const wanted = valuesOver(0);
    const held = tf.backend().numDataIds();
    assertEquals(valuesOver(77), wanted);
    assertEquals(tf.backend().numDataIds(), held);
  });
}
