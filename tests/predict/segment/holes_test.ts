import { assertEquals } from "../../support/assert.ts";
import { inkOf } from "../../support/shapes.ts";
import { holes } from "@lib/predict/segment/holes.ts";
import { randomInk } from "../../support/random_ink.ts";
import { rngFromSeed } from "@lib/base/rng.ts";

Deno.test("holes() finds the paper inside closed strokes alone", () => {
  const image = inkOf("###.#.#", "#.#.#.#", "###.###");
  assertEquals(
    [...holes(image, 128)].map((inside, i) => inside === 1 ? i : -1).filter((i) => i >= 0),
    [8],
  );
});

Deno.test("holes() are what paper spreading from the edges, from side to side, does not reach", () => {
  const rng = rngFromSeed(1);
  for (let round = 0; round < 200; round++) {
    const { width, height, pixels, ...rest } = randomInk(rng);
    const least = 1 + rng.integer(200);
    const wanted = pixels.map((level) => level < least ? 1 : 0);
    const spread = (x: number, y: number): void => {
      if (x < 0 || y < 0 || x >= width || y >= height || wanted[y * width + x] === 0) return;
      wanted[y * width + x] = 0;
      for (const [right, down] of [[1, 0], [-1, 0], [0, 1], [0, -1]]) spread(x + right, y + down);
    };
    for (let x = 0; x < width; x++) [0, height - 1].forEach((y) => spread(x, y));
    for (let y = 0; y < height; y++) [0, width - 1].forEach((x) => spread(x, y));
    assertEquals(holes({ width, height, pixels, ...rest }, least), wanted);
  }
});
