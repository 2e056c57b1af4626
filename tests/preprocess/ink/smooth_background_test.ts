import { assertEquals, assertGreater, assertLess } from "../../support/assert.ts";
import { smoothBackground } from "@lib/preprocess/ink/smooth_background.ts";
import { type LightImage, lightImage } from "@lib/image/light_image.ts";

const [width, height] = [240, 160];

function picture(level: (x: number, y: number) => number): LightImage {
  const pixels = Uint8Array.from({ length: width * height }, (_, i) => {
    return level(i % width, Math.floor(i / width));
  });
  return lightImage(width, height, pixels);
}

Deno.test("smoothBackground() follows a slope under ink, dark or bright, to the corners", () => {
  const light = (x: number, y: number): number => 70 + 0.3 * x + 0.2 * y;
  const isInk = (x: number, y: number): boolean => x % 40 > 29 && Math.abs(y - 80) < 50;
  for (const ink of [-60, 60]) {
    const page = picture((x, y) => light(x, y) + (isInk(x, y) ? ink : 0));
    const found = smoothBackground(page);
    assertEquals([found.width, found.height], [width, height]);
    const bare = picture(light).pixels;
    const worst = Math.max(...found.pixels.map((level, i) => Math.abs(level - bare[i])));
    assertLess(worst, 4, `ink ${ink}`);
  }
});

Deno.test("smoothBackground() spreads the hard edge of a shadow", () => {
  const { pixels } = smoothBackground(picture((x) => x < 120 ? 210 : 120));
  const row = pixels.subarray(80 * width, 81 * width);
  const steps = row.subarray(1).map((level, x) => Math.abs(level - row[x]));
  assertLess(Math.max(...steps), 30); // of 90
  assertGreater(row[5] - row[width - 5], 60);
});

Deno.test("smoothBackground() of a blank sheet is the sheet, down to one pixel", () => {
  for (const side of [1, 2, 50]) {
    const sheet = lightImage(side, 1, new Uint8Array(side).fill(137));
    assertEquals(smoothBackground(sheet), sheet);
  }
});
