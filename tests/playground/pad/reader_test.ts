import { assertAlmostEquals, assertEquals, assertThrows } from "../../support/assert.ts";
import { initBackend } from "@lib/backend/backend.ts";
import { blueprintOf } from "@lib/backend/lowering/blueprint.ts";
import { projectPath } from "@lib/base/paths.ts";
import { lightImage } from "@lib/image/light_image.ts";
import { loadHandwritingModel } from "@lib/model/load_handwriting_model.ts";
import { PadReader } from "@lib/playground/pad/reader.ts";
import { weightsOf } from "@lib/playground/weights_of.ts";
import { readImage } from "@lib/predict/read_image.ts";
import { decodeImage } from "@lib/preprocess/decode/decode_image.ts";

await initBackend("wasm");
const model = await loadHandwritingModel();
const blueprint = blueprintOf(model)!;
const weights = weightsOf(model);

Deno.test("PadReader reads what readImage() reads, by the blueprint alone", async () => {
  const reader = new PadReader(JSON.parse(JSON.stringify(blueprint)), weights);
  for (const name of ["three_in_pencil.jpg", "five_on_a_blackboard.jpg", "nine_drawn.bmp"]) {
    const image = await decodeImage(projectPath("data", "samples", name));
    const { digits: [wanted] } = await readImage(model, image, { single: true });
    const { digit } = reader.read(image);
    assertEquals(digit!.said.digit, wanted.digit, name);
    assertEquals(digit!.normalised, wanted.normalised, name);
    assertAlmostEquals(digit!.said.confidence, wanted.confidence, 1e-5);
  }
});

Deno.test("PadReader finds no digit on blank paper, yet its ink", () => {
  const blank = lightImage(50, 40, new Uint8Array(2000).fill(230));
  const { ink, digit } = new PadReader(blueprint, weights).read(blank);
  assertEquals([ink.width, ink.height, digit], [50, 40, undefined]);
});

Deno.test("PadReader refuses weights of another model", () => {
  assertThrows(
    () => new PadReader(blueprint, weights.subarray(1)),
    RangeError,
    `Cannot take ${weights.length - 1} weights: wanted ${weights.length}`,
  );
});
