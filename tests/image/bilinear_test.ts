import { assertAlmostEquals, assertEquals } from "../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { bilinear } from "@lib/image/bilinear.ts";

const rng = rngFromSeed(8);
const [width, height] = [7, 5];
const image = {
  width,
  height,
  pixels: Uint8Array.from({ length: width * height }, () => rng.integer(256)),
};

/** A pixel, or 0 outside. */
function levelAt(x: number, y: number): number {
  return x >= 0 && y >= 0 && x < width && y < height ? image.pixels[y * width + x] : 0;
}

Deno.test("bilinear() is the pixel itself at its middle, 0 outside", () => {
  for (let y = -2; y <= height + 1; y++) {
    for (let x = -2; x <= width + 1; x++) assertEquals(bilinear(image, x, y), levelAt(x, y));
  }
  for (const [x, y] of [[NaN, 0], [0, NaN], [Infinity, 0]]) assertEquals(bilinear(image, x, y), 0);
});

Deno.test("bilinear() mixes the four pixels around a place by their nearness", () => {
  for (let i = 0; i < 500; i++) {
    const [x, y] = [rng.between(-2, width + 1), rng.between(-2, height + 1)];
    let wanted = 0;
    for (let row = -3; row < height + 3; row++) {
      for (let column = -3; column < width + 3; column++) {
        const nearness = Math.max(0, 1 - Math.abs(x - column)) * Math.max(0, 1 - Math.abs(y - row));
        wanted += nearness * levelAt(column, row);
      }
    }
    assertAlmostEquals(bilinear(image, x, y), wanted, 1e-9, `${x}, ${y}`);
  }
});
