import { assertAlmostEquals, assertEquals } from "../../support/assert.ts";
import { shear } from "@lib/image/shear.ts";
import { measureSlant } from "@lib/preprocess/ink/measure_slant.ts";
import { type InkImage, inkImage } from "@lib/image/ink_image.ts";

/** Upright strokes, or a block, 40 pixels high. */
function strokes(isInk: (x: number) => boolean): InkImage {
  const pixels = Uint8Array.from({ length: 120 * 40 }, (_, i) => isInk(i % 120) ? 255 : 0);
  return inkImage(120, 40, pixels);
}

const upright = strokes((x) => x % 24 > 10 && x % 24 < 15);

Deno.test("measureSlant() finds how far strokes lean, to the right and to the left", () => {
  for (const slant of [-0.4, -0.15, 0, 0.2, 0.5, 0.9]) {
    assertAlmostEquals(measureSlant(shear(upright, slant).image), slant, 0.06);
  }
});

Deno.test("measureSlant() counts dark ink more than faint", () => {
  const { image, left } = shear(upright, 0.5);
  const pixels = image.pixels.slice();
  upright.pixels.forEach((level, i) => {
    const at = Math.floor(i / 120) * image.width + left + (i % 120);
    pixels[at] = Math.max(pixels[at], level / 5);
  });
  assertAlmostEquals(measureSlant({ ...image, pixels }), 0.5, 0.06);
});

Deno.test("measureSlant() takes writing for upright where there is little to tell", () => {
  for (const [width, height] of [[30, 1], [3, 3], [1, 1]]) {
    const mark = inkImage(width, height, new Uint8Array(width * height).fill(255));
    assertAlmostEquals(measureSlant(mark), 0, 0.01);
  }
});

Deno.test("measureSlant() does not change its input", () => {
  const before = upright.pixels.slice();
  measureSlant(upright);
  assertEquals(upright.pixels, before);
});
