import { assertAlmostEquals, assertEquals } from "../support/assert.ts";
import { inkOf } from "../support/shapes.ts";
import { shear } from "@lib/image/shear.ts";
import { measureSlant } from "@lib/preprocess/ink/measure_slant.ts";

Deno.test("shear() moves upper rows farther, to the side that the slant says", () => {
  const bar = inkOf("#", "#", "#");
  const right = shear(bar, 1);
  assertEquals(right.left, 0);
  assertEquals(right.image, inkOf("..#.", ".#..", "#..."));
  const left = shear(bar, -1);
  assertEquals(left.left, 2);
  assertEquals(left.image, inkOf("#...", ".#..", "..#."));
});

Deno.test("shear() keeps all ink, also between pixels", () => {
  const ink = inkOf("##.#", "#..#", ".###", "#.#.");
  const mass = (pixels: Uint8Array): number => pixels.reduce((sum, level) => sum + level, 0);
  assertAlmostEquals(mass(shear(ink, 0.37).image.pixels), mass(ink.pixels), 8);
});

Deno.test("measureSlant() finds the slant of upright strokes", () => {
  const bars = inkOf(...Array.from({ length: 40 }, () => "...##.......##........##......##.."));
  for (const slant of [-0.4, 0, 0.25, 0.6]) {
    assertAlmostEquals(measureSlant(shear(bars, slant).image), slant, 0.051);
  }
});
