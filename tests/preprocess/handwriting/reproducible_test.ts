import { rngFromSeed } from "@lib/base/rng.ts";
import { sha256 } from "@lib/base/sha256.ts";
import { loadMnist } from "@lib/download/load_mnist.ts";
import { syntheticDigits } from "@lib/preprocess/handwriting/synthetic_digits.ts";
import { assertEquals } from "../../support/assert.ts";

// Whoever changes a draw, its range or the order of draws changes these images: then no one can train
// an older handwriting model again. Change the digest only together with the model.
const digest = "481632f42405e7db8ba3f1d77f9c9ececb680dea4dba7d6c583779ffb183eb9b";

Deno.test("syntheticDigits() makes the images that the handwriting model was trained on", async () => {
  const { train } = await loadMnist("package");
  const indices = Uint32Array.from({ length: 2000 }, (_, i) => i);
  const { images, labels } = syntheticDigits(train, indices, rngFromSeed(1));
  assertEquals(sha256(new Uint8Array([...images, ...labels])), digest);
});
