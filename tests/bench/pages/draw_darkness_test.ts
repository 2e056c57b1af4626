import { assert, assertEquals } from "../../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { drawDarkness } from "../../../bench/pages/draw_darkness.ts";
import { Sheet } from "../../../bench/pages/sheet.ts";

Deno.test("drawDarkness() leaves the light above its top, but for a strip in the margin", () => {
  const [width, height, top, margin] = [300, 200, 90, 40];
  for (let i = 0; i < 60; i++) {
    const sheet = new Sheet(width, height, 200);
    drawDarkness(sheet, top, margin, rngFromSeed(4).fork(i));
    const { pixels } = sheet.seen(0, rngFromSeed(1));
    const levels = (from: number, to: number): number[] => [...pixels.subarray(from, to)];
    assert(levels(0, pixels.length).some((level) => level < 90), `picture ${i}`);
    for (let y = 0; y < top - 5; y++) {
      const row = levels(y * width + margin, (y + 1) * width - margin);
      assertEquals(Math.min(...row), 200, `picture ${i}, row ${y}`);
    }
  }
});
