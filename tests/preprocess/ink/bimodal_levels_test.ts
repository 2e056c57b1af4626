import { assert, assertEquals } from "../../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { bimodalLevels } from "@lib/preprocess/ink/bimodal_levels.ts";
import { type LightImage, lightImage } from "@lib/image/light_image.ts";

function image(side: number, level: (x: number, y: number) => number): LightImage {
  const pixels = Uint8ClampedArray.from({ length: side * side }, (_, i) => {
    return level(i % side, Math.floor(i / side));
  });
  return lightImage(side, side, new Uint8Array(pixels.buffer));
}

Deno.test("bimodalLevels() finds the levels of ink and paper on a clean scan", () => {
  const rng = rngFromSeed(5);
  const scan = image(200, (x) => (x % 50 < 5 ? 40 : 230) + 2 * rng.normal());
  const levels = bimodalLevels(scan)!;
  assertEquals(levels.isTight, false);
  assert(Math.abs(levels.usual.dark - 40) <= 1 && Math.abs(levels.usual.bright - 230) <= 1);
  assert(levels.bright > 45 && levels.bright < 210, `${levels.bright}`);
  assertEquals(levels.darkShare, 0.1);
});

Deno.test("bimodalLevels() tells a tightly cut image of one digit, but not of a number", () => {
  const half = (x: number): number => x % 10 < 4 ? 0 : 255;
  assertEquals(bimodalLevels(image(100, half))?.isTight, true);
  const { pixels } = image(100, half);
  assertEquals(bimodalLevels(lightImage(200, 50, pixels))?.isTight, false);
});

Deno.test("bimodalLevels() finds none in uneven light, under a shadow, on a blank sheet", () => {
  assertEquals(
    bimodalLevels(image(200, (x) => (x % 50 < 5 ? 0.3 : 1) * (60 + 0.9 * x))),
    undefined,
  );
  const shadow = image(200, (x, y) => y % 50 < 8 ? 40 : x > 100 ? 120 : 210);
  assertEquals(bimodalLevels(shadow), undefined);
  assertEquals(bimodalLevels(image(200, () => 128)), undefined);
});

Deno.test("bimodalLevels() takes the soft edges of a thumbnail for no uneven light", () => {
  const soft = (x: number): number => [0, 80, 255, 170][x % 4];
  assert(bimodalLevels(image(16, soft)) !== undefined);
});
