import { assertEquals } from "../support/assert.ts";
import { initBackend } from "@lib/backend/backend.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { graded } from "@lib/evaluate/corruptions/graded.ts";
import { scoreGraded } from "@lib/evaluate/score_graded.ts";
import { inkedDataset, pixelReader } from "./support.ts";

await initBackend("wasm");

Deno.test("scoreGraded() scores all models on the same images, at every amount", async () => {
  const model = pixelReader();
  const dataset = inkedDataset(Array.from({ length: 20 }, (_, i) => i % 10));
  const curves = await scoreGraded([model, model], dataset, rngFromSeed(3));
  const again = await scoreGraded([model], dataset, rngFromSeed(3));
  model.dispose();
  assertEquals(curves.map(({ name }) => name), Object.keys(graded) as (keyof typeof graded)[]);
  for (const [i, { name, amounts, accuracies: [one, other] }] of curves.entries()) {
    assertEquals(one.length, amounts.length);
    assertEquals(one, other, name);
    assertEquals(one, again[i].accuracies[0], name);
    assertEquals(one[amounts.indexOf(name === "scale" ? 1 : 0)], 1, name);
  }
  // The reader looks at single pixels, which are elsewhere after a shift.
  assertEquals(curves[0].accuracies[0].at(-1)! < 0.5, true);
});
