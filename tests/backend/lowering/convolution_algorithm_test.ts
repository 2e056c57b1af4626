import { assertEquals } from "../../support/assert.ts";
import * as tf from "@tensorflow/tfjs";
import { initBackend } from "@lib/backend/backend.ts";
import { convolutionAlgorithm } from "@lib/backend/lowering/convolution_algorithm.ts";
import { simdConvolution } from "@lib/backend/kernels/simd_convolution.ts";
import { TimedPlan } from "@lib/backend/plan/timed_plan.ts";

await initBackend("wasm");

Deno.test("convolutionAlgorithm() takes Winograd's for 3 × 3 filters with multiples of four from 8 on", () => {
  for (const [input, output] of [[8, 8], [8, 24], [64, 12]] as const) {
    assertEquals(convolutionAlgorithm(3, 3, [input, output]), "winograd");
  }
  for (const [input, output] of [[4, 32], [32, 4], [1, 8], [10, 8], [8, 9], [7, 7]] as const) {
    assertEquals(convolutionAlgorithm(3, 3, [input, output]), "direct");
  }
  for (const [kh, kw] of [[5, 5], [1, 1], [3, 1], [1, 3]]) {
    assertEquals(convolutionAlgorithm(kh, kw, [16, 16]), "direct");
  }
});

Deno.test("plans and the kernels that tfjs calls go by the one rule", () => {
  for (const [channels, filters] of [[4, 8], [8, 8], [8, 4], [8, 12], [16, 16]]) {
    const wanted = convolutionAlgorithm(3, 3, [channels, filters]) === "winograd";
    const info = tf.backend_util.computeConv2DInfo(
      [2, 9, 9, channels],
      [3, 3, channels, filters],
      1,
      1,
      "valid",
    );
    assertEquals(simdConvolution(info)!.winograd !== null, wanted, `${channels} to ${filters}`);
    const layers = [
      tf.layers.conv2d({ inputShape: [9, 9, channels], filters, kernelSize: 3 }),
      tf.layers.flatten(),
      tf.layers.dense({ units: 3, activation: "softmax" }),
    ];
    const model = tf.sequential({ layers });
    const timed = TimedPlan.of(model, 2)!;
    timed.time(() =>
      void timed.plan.gradients(new Float32Array(2 * 81 * channels), new Uint8Array(2))
    );
    assertEquals(timed.parts(1).some(({ isWinograd }) => isWinograd), wanted);
    model.dispose();
  }
});
