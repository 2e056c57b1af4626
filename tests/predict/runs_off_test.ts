import { assertEquals } from "../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { type BoxedInk, boxedInk } from "@lib/image/boxed_ink.ts";
import { inkImage } from "@lib/image/ink_image.ts";
import { runsOff } from "@lib/predict/runs_off.ts";

const page = { width: 300, height: 200 };

/** A filled box. */
function block(x: number, y: number, width: number, height: number): BoxedInk {
  return boxedInk(inkImage(width, height, new Uint8Array(width * height).fill(255)), { x, y });
}

Deno.test("runsOff() tells what ends at one edge while the opposite one is bare", () => {
  const rng = rngFromSeed(1);
  for (let round = 0; round < 20; round++) {
    const [wide, high] = [20 + rng.integer(20), 30 + rng.integer(30)];
    const inside = block(100, 60, wide, high);
    const atEdges = [
      block(0, 60, wide, high),
      block(200, 0, wide, high),
      block(300 - wide, 60, wide, high),
      block(200, 200 - high, wide, high),
    ];
    for (const mark of atEdges) {
      const isCutOff = runsOff(page, [inside, mark]);
      assertEquals([isCutOff(inside.box), isCutOff(mark.box)], [false, true]);
    }
  }
  assertEquals(runsOff(page, [])(block(0, 0, 9, 9).box), false);
});

Deno.test("runsOff() leaves digits that fill a picture which was cut out tightly", () => {
  const rng = rngFromSeed(2);
  for (let round = 0; round < 20; round++) {
    const gap = rng.integer(20);
    const row = [0, 110, 220].map((x) => block(x, 0, 80, 200 - gap));
    const isCutOff = runsOff(page, row);
    assertEquals(row.map(({ box }) => isCutOff(box)), [false, false, false]);
  }
});

Deno.test("runsOff() tells bars that run through the picture, if they are three and most of it", () => {
  const rng = rngFromSeed(3);
  for (let round = 0; round < 20; round++) {
    const count = 1 + rng.integer(8);
    const pitch = Math.floor(300 / count);
    const bars = Array.from({ length: count }, (_, i) => block(i * pitch, 0, 6, 200));
    assertEquals(runsOff(page, [...bars, block(290, 0, 9, 9)])(bars[0].box), count >= 3);
    const others = Array.from({ length: count }, (_, i) => block(i * pitch + 9, 50, 9, 30));
    assertEquals(runsOff(page, [...bars, ...others, block(290, 0, 9, 9)])(others[0].box), false);
  }
});
