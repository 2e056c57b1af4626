import { assert, assertEquals } from "../../../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { holes } from "@lib/image/holes.ts";
import { openSide } from "@lib/preprocess/handwriting/writer/open_side.ts";
import { inkOf } from "../../../support/shapes.ts";

const rng = rngFromSeed(25);
const zero = inkOf(
  "##########",
  ...Array<string>(10).fill("##......##"),
  "##########",
);

Deno.test("openSide() takes a wall of a ring away, sometimes the left one, sometimes the right", () => {
  const left: boolean[] = [];
  for (let i = 0; i < 50; i++) {
    const ring = openSide(zero, 2.9, rng.fork(i));
    assert(ring.width < zero.width && ring.width >= zero.width / 2, `${ring.width}`);
    assert(holes(ring, 64).every((inside) => inside === 0));
    left.push(ring.pixels[5 * ring.width] === 0);
  }
  assertEquals(new Set(left).size, 2);
});
