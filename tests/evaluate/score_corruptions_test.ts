import { assert, assertEquals, assertStringIncludes } from "../support/assert.ts";
import { initBackend } from "@lib/backend/backend.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { corruptionText } from "@lib/evaluate/corruption_text.ts";
import { scoreCorruptions } from "@lib/evaluate/score_corruptions.ts";
import { inkedDataset, pixelReader } from "./support.ts";

await initBackend("wasm");

Deno.test("scoreCorruptions() scores all models on the same images, in each way", async () => {
  const model = pixelReader();
  const dataset = inkedDataset(Array.from({ length: 30 }, (_, i) => i % 10));
  const heard: number[] = [];
  const scores = await scoreCorruptions([model, model], dataset, {
    rng: rngFromSeed(3),
    severity: 2,
    onProgress: (fraction) => heard.push(fraction),
  });
  model.dispose();
  assertEquals(scores.clean.map(({ accuracy }) => accuracy), [1, 1]);
  assertEquals(scores.corruptions.length, 15);
  for (const { name, severity, models: [one, other] } of scores.corruptions) {
    assertEquals(one, other, name);
    assert(one.interval[0] <= one.accuracy && one.accuracy <= one.interval[1]);
    assert(severity === 2 || severity === undefined);
  }
  assert(scores.mean[0] < 1 && scores.mean[0] > 0);
  assertEquals(heard, heard.toSorted((a, b) => a - b));
  const text = corruptionText(scores, ["first", "second"]);
  assertEquals(text.split("\n").length, 19);
  assertStringIncludes(text, "on 30 images");
  assertEquals(text.match(/100\.00 % \(88\.65 % to 100\.00 %\)/g)!.length >= 2, true);
});
