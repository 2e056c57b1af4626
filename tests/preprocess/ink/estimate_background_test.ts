import { assertAlmostEquals, assertEquals, assertLess } from "../../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { estimateBackground } from "@lib/preprocess/ink/estimate_background.ts";
import { bimodalLevels } from "@lib/preprocess/ink/bimodal_levels.ts";
import { backgroundLimits } from "@lib/preprocess/ink/light_limits.ts";
import { polarity } from "@lib/preprocess/ink/polarity.ts";
import { smoothBackground } from "@lib/preprocess/ink/smooth_background.ts";
import { boxBlur } from "@lib/image/box_blur.ts";
import { type LightImage, lightImage } from "@lib/image/light_image.ts";
import { dilate, erode } from "@lib/image/morphology.ts";

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

Deno.test("estimateBackground() in uneven light fills in the image, or what it is without that light", () => {
  const taken = new Set<string>();
  for (let round = 0; round < 40; round++) {
    const rng = rngFromSeed(2).fork(round);
    const [width, height] = [60 + rng.integer(90), 60 + rng.integer(90)];
    const [alongX, alongY] = [rng.between(-1, 1), rng.between(-1, 1)];
    const shadow = rng.integer(2) * rng.between(20, 70);
    const pixels = Uint8ClampedArray.from({ length: width * height }, (_, i) => {
      const [x, y] = [i % width, Math.floor(i / width)];
      const isInk = x % 30 < 4 && y % 40 > 9;
      return 150 + alongX * (x - width / 2) + alongY * (y - height / 2) -
        (x + y < width ? shadow : 0) - (isInk ? 70 : 0) + 3 * rng.normal();
    });
    const image = lightImage(width, height, new Uint8Array(pixels));
    const { light, polarity: found } = estimateBackground(image);
    if (bimodalLevels(image) !== undefined) continue;
    const smooth = smoothBackground(image);
    assertEquals(found, polarity(image, smooth));
    const radius = Math.max(
      2,
      Math.round(Math.min(width, height) * backgroundLimits.thickestStroke / 2),
    );
    const fill = (own: LightImage): LightImage => {
      const square = { square: radius };
      const calm = boxBlur(own, 1);
      const level = found === "dark-on-light"
        ? erode(dilate(calm, square), square)
        : dilate(erode(calm, square), square);
      return boxBlur(level, Math.max(1, Math.round(radius / backgroundLimits.blurPart)));
    };
    const moved = (own: LightImage, by: (i: number) => number): LightImage => {
      return {
        ...own,
        pixels: own.pixels.map((level, i) => Math.min(255, Math.max(0, level + by(i)))),
      };
    };
    const off = (i: number): number => smooth.pixels[i] - 128;
    const [plain, even] = [fill(image), moved(fill(moved(image, (i) => -off(i))), off)];
    const far = (own: LightImage): number => {
      return own.pixels.reduce((sum, level, i) => sum + Math.abs(level - image.pixels[i]), 0);
    };
    const isPlain = far(plain) < backgroundLimits.preferFilled * far(even);
    assertEquals(light, isPlain ? plain : even, `${round}`);
    taken.add(`${isPlain}`);
  }
  assertEquals(taken.size, 2);
});
