import { assert, assertEquals } from "../../../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { holes } from "@lib/predict/segment/holes.ts";
import { loopedTwo } from "@lib/preprocess/handwriting/writer/looped_two.ts";
import { inkOf } from "../../../support/shapes.ts";

const rng = rngFromSeed(23);
const two = (): ReturnType<typeof inkOf> =>
  inkOf(
    "....................",
    "......########......",
    ".....##########.....",
    ".....##......##.....",
    ".............##.....",
    ".............##.....",
    "............##......",
    "...........##.......",
    "..........##........",
    ".........##.........",
    "........##..........",
    ".......##...........",
    "......##............",
    ".....############...",
    ".....############...",
    "....................",
  );

Deno.test("loopedTwo() closes the upper part of a 2", () => {
  let closed = 0;
  for (let i = 0; i < 100; i++) {
    const ink = two();
    loopedTwo(ink, { x: 5, y: 1, width: 12, height: 14 }, 2, rng.fork(i));
    closed += Number(holes(ink, 64).some((inside) => inside === 1));
    assertEquals(ink.pixels.slice(13 * 20), two().pixels.slice(13 * 20), "the foot stays");
  }
  assert(closed > 80, `${closed}`);
});

Deno.test("loopedTwo() leaves bare paper as it is", () => {
  const ink = inkOf("....", "....", "....", "....");
  loopedTwo(ink, { x: 0, y: 0, width: 4, height: 4 }, 2, rng.fork(0));
  assertEquals(ink, inkOf("....", "....", "....", "...."));
});
