import { assert, assertEquals } from "../../../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { segmentationArtefacts } from "@lib/preprocess/handwriting/scan/segmentation_artefacts.ts";
import { bar, inkMass } from "../../../support/shapes.ts";

const rng = rngFromSeed(8);
const digit = bar(10, 20);

Deno.test("segmentationArtefacts() takes a little ink away or adds a little", () => {
  const changes = Array.from({ length: 500 }, (_, i) => {
    return inkMass(segmentationArtefacts(digit, bar(8, 18), rng.fork(i))) - inkMass(digit);
  });
  assert(changes.every((change) => change > -100 && change < 60));
  assert(changes.filter((change) => change < 0).length > 150);
  assert(changes.filter((change) => change > 0).length > 150);
});

Deno.test("segmentationArtefacts() leaves its images as they were", () => {
  const before = digit.pixels.slice();
  for (let i = 0; i < 50; i++) segmentationArtefacts(digit, digit, rng.fork(i));
  assertEquals(digit.pixels, before);
});
