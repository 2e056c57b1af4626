import { assertEquals, assertGreater } from "../../support/assert.ts";
import { fill, writtenDigit } from "../../support/drawn_page.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { connectedComponents } from "@lib/image/connected_components.ts";
import { type InkImage, inkImage } from "@lib/image/ink_image.ts";
import { outlineLengths } from "@lib/preprocess/writing/outline_lengths.ts";

const lengthsOf = (ink: InkImage): Uint32Array => outlineLengths(ink, connectedComponents(ink));

Deno.test("outlineLengths() of a bar is the outline of its box, wherever it lies", () => {
  const rng = rngFromSeed(1);
  for (let round = 0; round < 60; round++) {
    const page = inkImage(40, 30);
    const [wide, high] = [1 + rng.integer(40), 1 + rng.integer(30)];
    fill(page, [rng.integer(41 - wide), rng.integer(31 - high)], [wide, high]);
    assertEquals([...lengthsOf(page)], [0, 2 * (wide + high)]);
  }
});

Deno.test("outlineLengths() counts the sides of pixels at which one component ends, holes included", () => {
  const rng = rngFromSeed(2);
  for (let round = 0; round < 30; round++) {
    const [width, height] = [3 + rng.integer(20), 3 + rng.integer(20)];
    const page = inkImage(width, height);
    const share = rng.between(0.1, 0.9);
    page.pixels.forEach((_, i) => page.pixels[i] = rng.uniform() < share ? 255 : 0);
    const marks = connectedComponents(page);
    const labelAt = (x: number, y: number): number => {
      const isInside = x >= 0 && y >= 0 && x < width && y < height;
      return isInside ? marks.labels[y * width + x] : 0;
    };
    const wanted = new Uint32Array(marks.components.length + 1);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const own = labelAt(x, y);
        if (own === 0) continue;
        for (const [right, down] of [[1, 0], [-1, 0], [0, 1], [0, -1]]) {
          if (labelAt(x + right, y + down) !== own) wanted[own]++;
        }
      }
    }
    assertEquals(outlineLengths(page, marks), wanted);
  }
});

Deno.test("outlineLengths() of most digits but a 1 are a quarter longer than those of their boxes", () => {
  const rng = rngFromSeed(3);
  let longer = 0;
  for (let round = 0; round < 60; round++) {
    const label = [0, 2, 3, 4, 5, 6, 8, 9][round % 8];
    const { width, height, pixels } = writtenDigit(rng, 30 + rng.integer(60), label);
    const core = inkImage(width, height, pixels.map((level) => level > 127 ? 255 : 0));
    const longest = Math.max(...lengthsOf(core));
    longer += Number(longest > 1.25 * 2 * (width + height));
  }
  assertGreater(longer, 48);
});

Deno.test("outlineLengths() of blank paper are none", () => {
  assertEquals([...lengthsOf(inkImage(7, 5))], [0]);
});
