import { assertAlmostEquals, assertEquals } from "../support/assert.ts";
import { drawing } from "../support/drawing.ts";
import { shear } from "@lib/image/shear.ts";
import { measureSlant } from "@lib/preprocess/ink/measure_slant.ts";

Deno.test("shear() moves upper rows farther, to the side that the slant says", () => {
  const bar = drawing("#", "#", "#");
  const right = shear(bar, 1);
  assertEquals(right.left, 0);
  assertEquals(right.image, drawing("..#.", ".#..", "#..."));
  const left = shear(bar, -1);
  assertEquals(left.left, 2);
  assertEquals(left.image, drawing("#...", ".#..", "..#."));
});

Deno.test("shear() keeps all ink, also between pixels", () => {
  const ink = drawing("##.#", "#..#", ".###", "#.#.");
  const mass = (pixels: Uint8Array): number => pixels.reduce((sum, level) => sum + level, 0);
  assertAlmostEquals(mass(shear(ink, 0.37).image.pixels), mass(ink.pixels), 8);
});

Deno.test("measureSlant() finds the slant of upright strokes", () => {
  const bars = drawing(...Array.from({ length: 40 }, () => "...##.......##........##......##.."));
  for (const slant of [-0.4, 0, 0.25, 0.6]) {
    assertAlmostEquals(measureSlant(shear(bars, slant).image), slant, 0.051);
  }
});
