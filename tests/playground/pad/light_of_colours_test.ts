import sharp from "sharp";
import { assertEquals, assertLess } from "../../support/assert.ts";
import { projectPath } from "@lib/base/paths.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { lightOfColours } from "@lib/playground/pad/light_of_colours.ts";
import { decodeImage } from "@lib/preprocess/decode/decode_image.ts";

async function differenceOf(file: string | Uint8Array): Promise<number> {
  const { data, info: { width, height } } = await sharp(file).ensureAlpha().raw()
    .toBuffer({ resolveWithObject: true });
  const wanted = await decodeImage(file);
  const found = lightOfColours({ width, height, channels: 4, pixels: new Uint8Array(data) });
  assertEquals([found.width, found.height], [width, height]);
  return found.pixels.reduce(
    (most, level, i) => Math.max(most, Math.abs(level - wanted.pixels[i])),
    0,
  );
}

Deno.test("lightOfColours() gives the light that decodeImage() gives", async () => {
  const rng = rngFromSeed(3);
  const pixels = Uint8Array.from({ length: 40 * 30 * 3 }, () => rng.integer(256));
  const colours = await sharp(pixels, { raw: { width: 40, height: 30, channels: 3 } }).png()
    .toBuffer();
  assertLess(await differenceOf(new Uint8Array(colours)), 3);
  for (const name of ["seven_in_marker.png", "zero_white_on_blue.gif", "table.png"]) {
    assertLess(await differenceOf(projectPath("data", "samples", name)), 3, name);
  }
});

Deno.test("lightOfColours() leaves every level of grey as it is", () => {
  const pixels = Uint8Array.from({ length: 1024 }, (_, i) => i % 4 === 3 ? 255 : i >> 2);
  const { pixels: levels } = lightOfColours({ width: 16, height: 16, channels: 4, pixels });
  assertEquals(levels, Uint8Array.from({ length: 256 }, (_, i) => i));
});
