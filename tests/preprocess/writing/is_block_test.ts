import { assertEquals } from "../../support/assert.ts";
import { fill, writtenDigit } from "../../support/drawn_page.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { drawLine } from "@lib/image/draw_line.ts";
import { inkImage } from "@lib/image/ink_image.ts";
import { isBlock } from "@lib/preprocess/writing/is_block.ts";

Deno.test("isBlock() tells blots, and bars that lie but not those that stand", () => {
  const rng = rngFromSeed(1);
  for (let round = 0; round < 40; round++) {
    const [long, thick] = [40 + rng.integer(40), 4 + rng.integer(10)];
    const [lying, standing, blot, disc] = Array.from({ length: 4 }, () => inkImage(100, 100));
    fill(lying, [5, 40], [long, thick]);
    fill(standing, [40, 5], [thick, long]);
    fill(blot, [5, 5], [long, Math.round(long * rng.between(0.6, 1))]);
    drawLine(disc, [50, 50], [51, 50], long);
    assertEquals([lying, standing, blot, disc].map(isBlock), [true, false, true, true]);
  }
});

Deno.test("isBlock() takes no written digit for a block", () => {
  const rng = rngFromSeed(2);
  for (let round = 0; round < 100; round++) {
    assertEquals(isBlock(writtenDigit(rng, 20 + rng.integer(60), round % 10)), false);
  }
  assertEquals(isBlock(inkImage(9, 9)), false);
});
