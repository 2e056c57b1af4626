import { assertAlmostEquals, assertEquals, assertLess } from "../../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { estimateBackground } from "@lib/preprocess/ink/estimate_background.ts";
import { type LightImage, lightImage } from "@lib/image/light_image.ts";

/** Paper under sloping light with thick strokes on a quarter of it. */
function page(ink: number): { image: LightImage; light: (i: number) => number } {
  const [width, height] = [200, 150];
  const rng = rngFromSeed(1);
  const light = (i: number): number => 60 + 0.4 * (i % width) + 0.2 * Math.floor(i / width);
  const pixels = Uint8Array.from({ length: width * height }, (_, i) => {
    const isInk = i % width % 40 > 25 && Math.abs(Math.floor(i / width) - 75) < 60;
    return light(i) + (isInk ? ink : 0) + 2 * rng.normal();
  });
  return { image: lightImage(width, height, pixels), light };
}

Deno.test("estimateBackground() follows uneven light, under dark ink and under bright", () => {
  for (const ink of [-60, 50]) {
    const { image, light } = page(ink);
    const { light: paper, polarity } = estimateBackground(image);
    assertEquals(polarity, ink < 0 ? "dark-on-light" : "light-on-dark");
    const worst = Math.max(...paper.pixels.map((level, i) => Math.abs(level - light(i))));
    assertLess(worst, 9, `ink ${ink}`);
  }
});

Deno.test("estimateBackground() of a blank sheet is the sheet, down to one pixel", () => {
  const sheet = lightImage(50, 3, new Uint8Array(150).fill(201));
  assertEquals(estimateBackground(sheet), { light: sheet, polarity: "dark-on-light" });
  const pixel = lightImage(1, 1, Uint8Array.of(9));
  assertAlmostEquals(estimateBackground(pixel).light.pixels[0], 9);
});

Deno.test("estimateBackground() follows the hard edge of a shadow", () => {
  const [width, height] = [300, 200];
  const light = (i: number): number => i % width + Math.floor(i / width) < 220 ? 210 : 120;
  const pixels = Uint8Array.from({ length: width * height }, (_, i) => {
    return Math.abs(Math.floor(i / width) - 100) < 4 ? 40 : light(i);
  });
  const { light: paper } = estimateBackground(lightImage(width, height, pixels));
  const far = paper.pixels.filter((level, i) => {
    const isEdge = Math.abs(i % width + Math.floor(i / width) - 220) < 40;
    return !isEdge && Math.abs(level - light(i)) > 20;
  });
  assertLess(far.length / pixels.length, 0.05);
});
