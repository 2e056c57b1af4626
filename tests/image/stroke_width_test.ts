import { assertAlmostEquals, assertEquals } from "../support/assert.ts";
import { strokeWidth } from "@lib/image/stroke_width.ts";
import { inkImage } from "@lib/image/ink_image.ts";
import { randomInk } from "../support/random_ink.ts";
import { rngFromSeed } from "@lib/base/rng.ts";

function stroke(width: number, slope: number): number {
  const side = 200;
  const pixels = Uint8Array.from({ length: side * side }, (_, i) => {
    const across = (i % side - 100 + slope * (Math.floor(i / side) - 100)) / Math.hypot(1, slope);
    const isLong = Math.abs(Math.floor(i / side) - 100) < 90;
    return isLong ? 255 * Math.min(1, Math.max(0, width / 2 + 0.5 - Math.abs(across))) : 0;
  });
  return strokeWidth(inkImage(side, side, pixels));
}

Deno.test("strokeWidth() measures upright and slanted strokes, fine and bold", () => {
  for (const slope of [0, 0.4, 1]) {
    for (const width of [1.5, 3, 8]) {
      assertAlmostEquals(
        stroke(width, slope),
        width,
        0.1 * width + 0.3,
        `${width}, slope ${slope}`,
      );
    }
  }
});

Deno.test("strokeWidth() is 0 without ink", () => {
  assertEquals(strokeWidth(inkImage(2, 2, new Uint8Array(4))), 0);
});

Deno.test("strokeWidth() finds what looking at every square of four pixels finds", () => {
  const rng = rngFromSeed(2);
  for (let round = 0; round < 300; round++) {
    const ink = randomInk(rng);
    const level = (x: number, y: number): number => {
      const isInside = x >= 0 && y >= 0 && x < ink.width && y < ink.height;
      return isInside ? ink.pixels[y * ink.width + x] : 0;
    };
    let [area, outline] = [0, 0];
    for (let y = 0; y <= ink.height; y++) {
      for (let x = 0; x <= ink.width; x++) {
        area += level(x, y);
        const falling = level(x, y) - level(x - 1, y - 1);
        const rising = level(x, y - 1) - level(x - 1, y);
        outline += Math.hypot(falling + rising, falling - rising) / 2;
      }
    }
    const wanted = outline === 0 ? 0 : 2 * area / outline;
    assertAlmostEquals(strokeWidth(ink), wanted, 1e-9 * wanted);
  }
});
