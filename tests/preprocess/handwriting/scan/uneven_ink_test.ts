import { assert, assertEquals } from "../../../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { unevenInk } from "@lib/preprocess/handwriting/scan/uneven_ink.ts";
import { bar, inkMass } from "../../../support/shapes.ts";

const ink = bar(40, 40);

Deno.test("unevenInk() lets ink fade more, the stronger it is, and adds none", () => {
  const [faint, strong] = [0.3, 1].map((strength) =>
    unevenInk(ink, { strength, spacing: 5 }, rngFromSeed(1))
  );
  assert(inkMass(ink) > inkMass(faint) && inkMass(faint) > inkMass(strong));
  assert(inkMass(strong) > 0.3 * inkMass(ink));
  assert(strong.pixels.every((level, i) => level <= ink.pixels[i]));
});

Deno.test("unevenInk() leaves ink as it is at 0", () => {
  assertEquals(unevenInk(ink, { strength: 0, spacing: 5 }, rngFromSeed(1)), ink);
});
