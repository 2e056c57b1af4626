import { assertEquals } from "../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { inkImage } from "@lib/image/ink_image.ts";
import { inkOf } from "../support/shapes.ts";
import { dilate, erode } from "@lib/image/morphology.ts";
import { randomInk } from "../support/random_ink.ts";

Deno.test("dilate() and erode() with a square find what looking at every square finds", () => {
  const rng = rngFromSeed(1);
  const [width, height] = [13, 9];
  const image = inkImage(
    width,
    height,
    Uint8Array.from({ length: 117 }, () => rng.integer(256)),
  );
  for (const radius of [1, 3, 20]) {
    const around = (i: number): number[] => {
      const [x, y] = [i % width, Math.floor(i / width)];
      return [...image.pixels].filter((_, k) => {
        return Math.abs(k % width - x) <= radius && Math.abs(Math.floor(k / width) - y) <= radius;
      });
    };
    const highest = image.pixels.map((_, i) => Math.max(...around(i)));
    const lowest = image.pixels.map((_, i) => Math.min(...around(i)));
    assertEquals(dilate(image, { square: radius }).pixels, highest);
    assertEquals(erode(image, { square: radius }).pixels, lowest);
  }
});

Deno.test("dilate() with a cross makes a cross of a dot", () => {
  const dot = inkOf(".....", ".....", "..#..", ".....", ".....");
  const cross = inkOf(".....", "..#..", ".###.", "..#..", ".....");
  assertEquals(dilate(dot, "cross").pixels, cross.pixels);
  assertEquals(erode(cross, "cross").pixels, dot.pixels);
});

Deno.test("erode() with a cross takes what is beyond the edges for paper", () => {
  assertEquals(erode(inkOf("##", "##"), "cross").pixels, inkOf("..", "..").pixels);
  assertEquals(dilate(inkOf("#+.", "..."), "cross").pixels, inkOf("##+", "#+.").pixels);
});

Deno.test("dilate() and erode() look along rows and columns, also where most rows are blank", () => {
  const rng = rngFromSeed(2);
  for (let round = 0; round < 100; round++) {
    const ink = randomInk(rng);
    const { width, height, pixels } = ink;
    const radius = 1 + rng.integer(9);
    const around = (at: number, pick: (...levels: number[]) => number): number => {
      const [x, y] = [at % width, Math.floor(at / width)];
      const [left, right] = [Math.max(0, x - radius), Math.min(width, x + radius + 1)];
      const rows: number[] = [];
      for (let k = Math.max(0, y - radius); k <= Math.min(height - 1, y + radius); k++) {
        rows.push(pick(...pixels.subarray(k * width + left, k * width + right)));
      }
      return pick(...rows);
    };
    const wide = { square: radius };
    assertEquals(dilate(ink, wide).pixels, pixels.map((_, at) => around(at, Math.max)));
    assertEquals(erode(ink, wide).pixels, pixels.map((_, at) => around(at, Math.min)));
  }
});
