import { assertAlmostEquals, assertEquals } from "../support/assert.ts";
import { boxBlur } from "@lib/image/box_blur.ts";
import { inkImage } from "@lib/image/ink_image.ts";
import { randomInk } from "../support/random_ink.ts";
import { rngFromSeed } from "@lib/base/rng.ts";

Deno.test("boxBlur() averages the square, at the edges what there is of it", () => {
  const image = inkImage(3, 2, Uint8Array.of(0, 30, 60, 90, 120, 150));
  assertEquals([...boxBlur(image, 1).pixels], [60, 75, 90, 60, 75, 90]);
  assertEquals([...boxBlur(image, 9).pixels], [75, 75, 75, 75, 75, 75]);
  const odd = inkImage(2, 1, Uint8Array.of(0, 9));
  assertEquals([...boxBlur(odd, 1).pixels], [5, 5]); // rounded up, not to the even number
});

Deno.test("boxBlur() finds what adding up every square finds", () => {
  const rng = rngFromSeed(3);
  for (let round = 0; round < 60; round++) {
    const ink = randomInk(rng);
    const { width, height, pixels } = ink;
    const radius = 1 + rng.integer(12);
    const blurred = boxBlur(ink, radius).pixels;
    for (let at = 0; at < pixels.length; at += 1 + rng.integer(9)) {
      const [x, y] = [at % width, Math.floor(at / width)];
      let [sum, count] = [0, 0];
      for (let k = Math.max(0, y - radius); k <= Math.min(height - 1, y + radius); k++) {
        for (let i = Math.max(0, x - radius); i <= Math.min(width - 1, x + radius); i++) {
          sum += pixels[k * width + i];
          count++;
        }
      }
      assertAlmostEquals(blurred[at], sum / count, 0.5001);
    }
  }
});
