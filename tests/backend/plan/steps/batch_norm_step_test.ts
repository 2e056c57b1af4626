import * as tf from "@tensorflow/tfjs";
import { initBackend } from "@lib/backend/backend.ts";
import { compilePlan } from "@lib/backend/plan/compile_plan.ts";
import { assertNear, examplesFor } from "../tape.ts";

const { layers: L } = tf;
await initBackend("wasm");

Deno.test("batchNormStep() weighs the statistics of the parts of a batch by their size", () => {
  const model = tf.sequential({
    layers: [
      L.conv2d({ inputShape: [6, 6, 1], filters: 4, kernelSize: 3 }),
      L.batchNormalization(),
      L.flatten(),
      L.dense({ units: 10 }),
    ],
  });
  const { pixels, labels } = examplesFor(model, 6);
  const cut = 4 * 36; // four images, and two
  const whole = compilePlan(model, 6)!;
  whole.gradients(pixels, labels);

  const handedIn: Float32Array[] = [];
  const recorder = { gather: (mine: Float32Array) => [handedIn[handedIn.push(mine.slice()) - 1]] };
  const second = compilePlan(model, 6, { exchange: recorder })!;
  second.gradients(pixels.subarray(cut), labels.subarray(4), { total: 6 });
  let call = 0;
  const replay = { gather: (mine: Float32Array) => [mine.slice(), handedIn[call++]] };
  const first = compilePlan(model, 6, { exchange: replay })!;
  first.gradients(pixels.subarray(0, cut), labels.subarray(0, 4), { total: 6 });

  assertNear(first.running, whole.running, 1e-5, "running averages");
  model.dispose();
});
