import { assertAlmostEquals, assertEquals, assertRejects } from "../support/assert.ts";
import * as tf from "@tensorflow/tfjs";
import { initBackend } from "@lib/backend/backend.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { firstConvolution } from "@lib/model/first_convolution.ts";
import { buildNetwork } from "@lib/model/networks/build_network.ts";

await initBackend();
const statistics = { mean: 0.13, deviation: 0.31 };

Deno.test("firstConvolution() gives each filter and what it answers, as computed by hand", async () => {
  const rng = rngFromSeed(11);
  const model = buildNetwork("compact", { ...statistics, rng });
  const pixels = Uint8Array.from({ length: 784 }, () => rng.integer(256));
  const { filters, maps } = await firstConvolution(model, pixels);
  for (let times = 0; times < 20; times++) {
    const [channel, x, y] = [rng.integer(8), rng.integer(20), rng.integer(20)];
    let sum = 0;
    filters[channel].values.forEach((weight, i) => {
      // Three pixels are cut off at each side, then the pixels are standardised.
      const at = (y + Math.floor(i / 3) + 3) * 28 + x + i % 3 + 3;
      sum += weight * (pixels[at] / 255 - statistics.mean) / statistics.deviation;
    });
    assertAlmostEquals(maps[channel].values[y * 20 + x], sum, 1e-4);
  }
});

Deno.test("firstConvolution() refuses other models and other images, and keeps no tensor", async () => {
  const dense = tf.sequential({
    layers: [tf.layers.flatten({ inputShape: [28, 28, 1] }), tf.layers.dense({ units: 10 })],
  });
  await assertRejects(
    () => firstConvolution(dense, new Uint8Array(784)),
    TypeError,
    "found no convolution",
  );
  const model = buildNetwork("compact", { ...statistics, rng: rngFromSeed(1) });
  await assertRejects(() => firstConvolution(model, new Uint8Array(3)), TypeError, "of 3 pixels");
  const before = tf.memory().numTensors;
  await firstConvolution(model, new Uint8Array(784));
  assertEquals(tf.memory().numTensors, before);
});
