import { assertEquals } from "../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { slidingExtremes } from "@lib/image/morphology.ts";

Deno.test("slidingExtremes() finds what looking at every square finds", () => {
  const rng = rngFromSeed(1);
  const [width, height] = [13, 9];
  const image = { width, height, pixels: Uint8Array.from({ length: 117 }, () => rng.integer(256)) };
  for (const radius of [1, 3, 20]) {
    const around = (i: number): number[] => {
      const [x, y] = [i % width, Math.floor(i / width)];
      return [...image.pixels].filter((_, k) => {
        return Math.abs(k % width - x) <= radius && Math.abs(Math.floor(k / width) - y) <= radius;
      });
    };
    const highest = image.pixels.map((_, i) => Math.max(...around(i)));
    const lowest = image.pixels.map((_, i) => Math.min(...around(i)));
    assertEquals(slidingExtremes(image, radius, "highest").pixels, highest);
    assertEquals(slidingExtremes(image, radius, "lowest").pixels, lowest);
  }
});
