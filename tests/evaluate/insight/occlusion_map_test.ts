import { assertAlmostEquals } from "../../support/assert.ts";
import { initBackend } from "@lib/backend/backend.ts";
import { occlusionMap } from "@lib/evaluate/insight/occlusion_map.ts";
import { imageAt } from "@lib/download/dataset.ts";
import { inkedDataset, pixelReader } from "../support.ts";

await initBackend("wasm");

Deno.test("occlusionMap() finds the one pixel that a reader looks at", async () => {
  const model = pixelReader();
  const pixels = imageAt(inkedDataset([6]), 0); // its ink is the seventh pixel of the first row
  const map = await occlusionMap(model, pixels, 6);
  model.dispose();
  const [seen, covered] = [Math.exp(5) / (Math.exp(5) + 9), 0.1];
  map.forEach((share, at) => {
    const [x, y] = [at % 28, Math.floor(at / 28)];
    const isCovered = Math.abs(x - 6) <= 2 && y <= 2;
    assertAlmostEquals(share, isCovered ? covered : seen, 1e-5, `at ${x}, ${y}`);
  });
});
