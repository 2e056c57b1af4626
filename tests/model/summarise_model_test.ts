import { assertEquals } from "../support/assert.ts";
import { initBackend } from "@lib/backend/backend.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { buildNetwork } from "@lib/model/networks/build_network.ts";
import { summariseModel } from "@lib/model/summarise_model.ts";

await initBackend("wasm");

Deno.test("summariseModel() tells shape, weights and multiply-adds of each layer", () => {
  const model = buildNetwork("compact", { mean: 0.1, deviation: 0.3, rng: rngFromSeed(1) });
  const rows = summariseModel(model);
  assertEquals(rows.length, model.layers.length);
  assertEquals(rows[2], {
    layer: "Conv2D 3×3 8",
    output: "20 × 20 × 8",
    parameters: 72,
    multiplyAdds: 28_800,
  });
  assertEquals(rows[3], {
    layer: "MaxPooling2D 2×2",
    output: "10 × 10 × 8",
    parameters: 0,
    multiplyAdds: 0,
  });
  assertEquals(rows[14], { layer: "Dense", output: "10", parameters: 2_570, multiplyAdds: 2_560 });
  assertEquals(rows.reduce((sum, row) => sum + row.parameters, 0), model.countParams());
  model.dispose();
});
