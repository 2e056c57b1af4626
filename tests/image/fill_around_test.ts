import { rngFromSeed } from "@lib/base/rng.ts";
import { fillAround } from "@lib/image/fill_around.ts";
import { inkImage } from "@lib/image/ink_image.ts";
import { inkRuns } from "@lib/image/ink_runs.ts";
import { dilate } from "@lib/image/morphology.ts";
import { assertEquals } from "../support/assert.ts";
import { randomInk } from "../support/random_ink.ts";

Deno.test("fillAround() of all runs is what dilate() makes of their mask", () => {
  const rng = rngFromSeed(2);
  for (let i = 0; i < 100; i++) {
    const ink = randomInk(rng);
    const reach = rng.integer(6);
    const filled = inkImage(ink.width, ink.height);
    const { starts, ends } = inkRuns(ink);
    starts.forEach((start, run) => fillAround(filled, start, ends[run], reach, 255));
    const mask = { ...ink, pixels: ink.pixels.map((level) => level > 0 ? 255 : 0) };
    assertEquals(filled.pixels, dilate(mask, { square: reach }).pixels);
  }
});
