import { rngFromSeed } from "@lib/base/rng.ts";
import { sha256 } from "@lib/base/sha256.ts";
import { loadMnist } from "@lib/download/load_mnist.ts";
import { syntheticDigits } from "@lib/preprocess/handwriting/synthetic_digits.ts";
import { assertEquals } from "../../support/assert.ts";

// Whoever changes a draw, its range or the order of draws changes these images: then no one can train
// an older handwriting model again. Change the digest only together with the model.
const digest = "7f20dfa753eca3edb20cf28081cf2afc7c24538b21739e7f7cc65228235f8eaf";

Deno.test("syntheticDigits() makes the images that the handwriting model was trained on", async () => {
  const { train } = await loadMnist("package");
  const indices = Uint32Array.from({ length: 2000 }, (_, i) => i);
  const { images, labels } = syntheticDigits(train, indices, rngFromSeed(1));
  assertEquals(sha256(new Uint8Array([...images, ...labels])), digest);
});
