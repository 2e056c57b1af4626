import { assert, assertAlmostEquals, assertEquals } from "../../../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { noise } from "@lib/preprocess/handwriting/scan/noise.ts";
import { inkImage } from "@lib/image/ink_image.ts";

const flat = (level: number): Uint8Array => new Uint8Array(10_000).fill(level);
const noisy = (level: number, deviation: number): Uint8Array =>
  noise(inkImage(100, 100, flat(level)), deviation, rngFromSeed(3)).pixels;

Deno.test("noise() scatters ink as far as asked for", () => {
  const pixels = noisy(130, 10);
  const mean = pixels.reduce((sum, level) => sum + level, 0) / pixels.length;
  const variance = pixels.reduce((sum, level) => sum + (level - mean) ** 2, 0) / pixels.length;
  assertAlmostEquals(mean, 120, 1); // what is cut off comes off everywhere
  assertAlmostEquals(Math.sqrt(variance), 10, 0.5);
});

Deno.test("noise() leaves nearly all paper bare", () => {
  const marked = noisy(0, 10).reduce((count, level) => count + Number(level > 0), 0);
  assert(marked < 300, `${marked} of 10000 pixels`);
});

Deno.test("noise() of none changes nothing", () => {
  assertEquals(noisy(77, 0), flat(77));
});
