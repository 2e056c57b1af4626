import { assertAlmostEquals, assertEquals } from "../../support/assert.ts";
import { initBackend } from "@lib/backend/backend.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { imageAt } from "@lib/download/dataset.ts";
import { imageSide, pixelsPerImage } from "@lib/image/digit_size.ts";
import { loadMnist } from "@lib/download/load_mnist.ts";
import { compactNetwork } from "@lib/model/networks/compact.ts";

await initBackend("wasm");

Deno.test("compactNetwork() crops three pixels, where a third of the images hold 1 % of the ink", async () => {
  const model = compactNetwork({ mean: 0.13, deviation: 0.31, rng: rngFromSeed(1) });
  assertEquals(model.layers[0].outputShape, [null, 22, 22, 1]);
  model.dispose();
  const { train } = await loadMnist();
  const border = Array.from({ length: pixelsPerImage }, (_, at) => at).filter(isInBorder);
  let [images, inBorder, ink] = [0, 0, 0];
  for (let i = 0; i < train.size; i++) {
    const image = imageAt(train, i);
    const sum = border.reduce((total, at) => total + image[at], 0);
    if (sum > 0) images++;
    inBorder += sum;
  }
  for (const value of train.images) ink += value;
  assertAlmostEquals(images / train.size, 0.355, 0.0005);
  assertAlmostEquals(inBorder / ink, 0.01, 0.0005);
});

function isInBorder(pixel: number): boolean {
  const [row, column] = [Math.floor(pixel / imageSide), pixel % imageSide];
  return [row, column].some((at) => at < 3 || at >= imageSide - 3);
}
