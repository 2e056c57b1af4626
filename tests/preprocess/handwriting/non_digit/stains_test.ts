import { assert, assertEquals } from "../../../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { stains } from "@lib/preprocess/handwriting/non_digit/stains.ts";
import { inkMass } from "../../../support/shapes.ts";

const rng = rngFromSeed(14);

Deno.test("stains() cover from nothing to nearly everything, in any size up to 28×28", () => {
  const drawn = Array.from({ length: 300 }, (_, i) => stains(rng.fork(i)));
  const shares = drawn.map((ink) => inkMass(ink) / ink.pixels.length).sort((a, b) => a - b);
  assert(shares[15] < 0.05 && shares[285] > 0.6, `${shares[15]}, ${shares[285]}`);
  assert(drawn.every(({ width, height }) => Math.min(width, height) >= 6));
  assert(drawn.every(({ width, height }) => Math.max(width, height) <= 28));
  assertEquals(stains(rng.fork(5)), drawn[5]);
});
