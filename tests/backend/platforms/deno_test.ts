import * as tf from "@tensorflow/tfjs";
import { initBackend } from "@lib/backend/backend.ts";
import { kernelChecks } from "./kernel_checks.ts";

Deno.test("what holds of the kernels on every platform holds in Deno", async (t) => {
  for (const { name, run } of kernelChecks({ tf, initBackend })) await t.step(name, run);
});
