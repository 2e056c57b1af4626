import { assert, assertEquals } from "../../../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { holes } from "@lib/image/holes.ts";
import { openLoop } from "@lib/preprocess/handwriting/writer/open_loop.ts";
import { inkMass, inkOf } from "../../../support/shapes.ts";

const rng = rngFromSeed(21);
const zero = inkOf(
  "..##########..",
  ".############.",
  ...Array<string>(14).fill("##..........##"),
  ".############.",
  "..##########..",
);

Deno.test("opened() opens a ring at its top, and leaves its lower half", () => {
  for (let i = 0; i < 100; i++) {
    const ring = openLoop(zero, 2, rng.fork(i));
    assertEquals([ring.width, ring.height], [zero.width, zero.height]);
    assert(holes(ring, 64).every((inside) => inside === 0), `closed at ${i}`);
    assert(inkMass(ring) > 0.6 * inkMass(zero));
    assertEquals(ring.pixels.slice(14 * 10), zero.pixels.slice(14 * 10));
  }
});
