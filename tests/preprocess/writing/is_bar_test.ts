import { assertEquals } from "../../support/assert.ts";
import { writtenDigit } from "../../support/drawn_page.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { drawLine } from "@lib/image/draw_line.ts";
import { inkImage } from "@lib/image/ink_image.ts";
import { isBar } from "@lib/preprocess/writing/is_bar.ts";

Deno.test("isBar() tells bars at any slant, thin and broad", () => {
  const rng = rngFromSeed(1);
  for (let round = 0; round < 60; round++) {
    const page = inkImage(160, 160);
    const [turn, length] = [rng.between(0, Math.PI), rng.between(50, 70)];
    const [x, y] = [length * Math.cos(turn), length * Math.sin(turn)];
    drawLine(page, [80 - x, 80 - y], [80 + x, 80 + y], rng.between(2, 0.7 * length));
    assertEquals(isBar(page), true, `round ${round}`);
  }
});

Deno.test("isBar() takes no written digit but a 1 for a bar", () => {
  const rng = rngFromSeed(2);
  for (let round = 0; round < 90; round++) {
    const label = [0, 2, 3, 4, 5, 6, 7, 8, 9][round % 9];
    assertEquals(isBar(writtenDigit(rng, 20 + rng.integer(60), label)), false, `${label}`);
  }
  assertEquals(isBar(inkImage(9, 9)), false);
});
