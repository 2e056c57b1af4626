import { assertAlmostEquals, assertEquals } from "../../../support/assert.ts";
import { blur } from "@lib/preprocess/handwriting/scan/blur.ts";
import { inkCentre, inkMass, inkOf } from "../../../support/shapes.ts";

const dot = inkOf("..........", "....##....", "....##....", "..........");

/** The deviation of the ink along the rows, in pixels. */
function spread(ink: typeof dot): number {
  let sum = 0;
  ink.pixels.forEach((level, i) => {
    sum += level / 255 * (i % ink.width - (ink.width - 1) / 2) ** 2;
  });
  return Math.sqrt(sum / inkMass(ink));
}

Deno.test("blur() spreads the ink by its deviation, and keeps its mass and place", () => {
  for (const deviation of [0.4, 0.7, 1, 1.3]) {
    const blurred = blur(dot, deviation);
    assertAlmostEquals(inkMass(blurred), 4, 0.15);
    assertAlmostEquals(spread(blurred) ** 2, 0.25 + deviation ** 2, 0.12, `${deviation}`);
    assertAlmostEquals(inkCentre(blurred).down, 0, 0.01);
  }
});

Deno.test("blur() leaves an image as it is at 0", () => {
  assertEquals(blur(dot, 0), dot);
});
