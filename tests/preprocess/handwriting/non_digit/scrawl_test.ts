import { assert, assertEquals } from "../../../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { scrawl } from "@lib/preprocess/handwriting/non_digit/scrawl.ts";
import { inkMass } from "../../../support/shapes.ts";

const rng = rngFromSeed(13);

Deno.test("scrawl() always draws something, every time something else", () => {
  const drawn = Array.from({ length: 300 }, (_, i) => scrawl(rng.fork(i)));
  assert(drawn.every((ink) => inkMass(ink) > 8 && inkMass(ink) < 500));
  assertEquals(new Set(drawn.map(({ pixels }) => pixels.join())).size, 300);
  assertEquals(scrawl(rng.fork(5)), drawn[5]);
});
