import { initBackend } from "@lib/backend/backend.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { loadMnist } from "@lib/download/load_mnist.ts";
import { imageAt } from "@lib/download/dataset.ts";
import { centred } from "@lib/model/centring.ts";
import { classify } from "@lib/model/classify.ts";
import { loadHandwritingModel } from "@lib/model/load_handwriting_model.ts";
import { askCutter } from "../../../bench/cutter/ask_cutter.ts";
import { bytesPerView } from "../../../bench/cutter/candidate_view.ts";
import { cutterNetwork } from "../../../bench/cutter/cutter_network.ts";
import { assert, assertAlmostEquals, assertEquals } from "../../support/assert.ts";

await initBackend("wasm");
const classifier = await loadHandwritingModel();
const { train } = await loadMnist("package");

Deno.test("untrained, the cutter says what the classifier says, at the share of digits that it will learn", async () => {
  const rng = rngFromSeed(3);
  const cutter = await cutterNetwork(classifier);
  assertEquals(cutter.inputs[0].shape, [null, 28, 28, 2]);
  assert(cutter.countParams() < 250_000);
  const images = Array.from({ length: 300 }, () => {
    const image = imageAt(train, rng.integer(train.size)).slice();
    if (rng.uniform() < 0.5) image.subarray(rng.integer(784)).fill(0); // the upper part of a digit
    return centred(image); // as candidates are
  });
  const views = images.map((image) => {
    return Uint8Array.from({ length: bytesPerView }, (_, i) => {
      return i % 2 === 0 ? image[i / 2] : rng.integer(256);
    });
  });
  const [plain, said] = [await classify(classifier, images), await askCutter(cutter, views)];
  said.forEach(({ digit, confidence, nonDigit, probabilities }, i) => {
    assertEquals(digit, plain[i].digit);
    assertEquals(confidence, probabilities[digit]);
    const all = probabilities.reduce((sum, one) => sum + one, nonDigit);
    assertAlmostEquals(all, 1, 1e-4);
    // What learns from half non-digits says so of four times as many as what learns from a fifth.
    const odds = plain[i].nonDigit / (4 * (1 - plain[i].nonDigit));
    assertAlmostEquals(nonDigit, odds / (1 + odds), 1e-3);
  });
});
