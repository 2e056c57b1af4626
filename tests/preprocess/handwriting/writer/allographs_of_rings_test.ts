import { assert, assertAlmostEquals, assertEquals } from "../../../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { holes } from "@lib/predict/segment/holes.ts";
import type { InkImage } from "@lib/image/ink_image.ts";
import { allographs } from "@lib/preprocess/handwriting/writer/allographs.ts";
import { inkOf } from "../../../support/shapes.ts";

const rng = rngFromSeed(7);
const ring = inkOf(
  "..............",
  "....######....",
  "..###....###..",
  ...Array<string>(14).fill("..##......##.."),
  "..###....###..",
  "....######....",
  "..............",
);
const changedRing = (label: number): InkImage[] =>
  Array.from({ length: 4000 }, (_, i) => allographs(ring, label, rng.fork(i)))
    .filter((ink) => ink !== ring);

Deno.test("allographs() opens, links and slashes a 0, each with its share", () => {
  const kinds = { openTop: 0, openSide: 0, linked: 0, slash: 0 };
  const zeros = changedRing(0);
  for (const ink of zeros) {
    const closed = holes(ink, 64).filter((inside) => inside === 1).length > 0;
    if (ink.width < 10) kinds.openSide++;
    else if (ink.width === 10) {
      kinds.openTop++;
      assert(!closed, "an open 0 is closed");
    } else {
      assertEquals([ink.width, ink.height], [14 + 24, 20 + 24]);
      const inside = [...ink.pixels.keys()].filter((at) => {
        const [x, y] = [at % 38 - 12, Math.floor(at / 38) - 12];
        return x > 4 && x < 9 && y > 8 && y < 12 && ink.pixels[at] > 128;
      });
      if (inside.length > 0) kinds.slash++;
      else kinds.linked++;
    }
  }
  const share = (count: number): number => count / zeros.length;
  assertAlmostEquals(share(kinds.openTop), 0.3, 0.04);
  assertAlmostEquals(share(kinds.openSide), 0.2, 0.04);
  assertAlmostEquals(share(kinds.linked), 0.4, 0.05);
  assertAlmostEquals(share(kinds.slash), 0.1, 0.03);
});

Deno.test("allographs() opens an 8 at its top, and does nothing else to it", () => {
  const eights = changedRing(8);
  assertAlmostEquals(eights.length / 4000, 0.08, 0.02);
  assert(eights.every(({ width, height }) => width === 10 && height === 18));
  assert(eights.every((ink) => holes(ink, 64).every((inside) => inside === 0)));
});
