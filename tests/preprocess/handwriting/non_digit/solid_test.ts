import { assert, assertEquals } from "../../../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { cropToInk } from "@lib/image/crop_to_ink.ts";
import { solid } from "@lib/preprocess/handwriting/non_digit/solid.ts";
import { digits } from "../../../support/written_digits.ts";

const rng = rngFromSeed(25);
const drawn = Array.from({ length: 400 }, (_, i) => solid(digits, rng.fork(i)));

Deno.test("solid() draws ink, each time another, the same from the same numbers", () => {
  const looks = drawn.map(({ width, height, pixels }) => `${width} ${height} ${pixels.join()}`);
  assert(new Set(looks).size > 330, `${new Set(looks).size}`);
  assertEquals(solid(digits, rng.fork(7)), drawn[7]);
});

Deno.test("solid() never draws a lone upright stroke, which would be a 1", () => {
  for (const [i, ink] of drawn.entries()) {
    if (Math.max(...ink.pixels) < 128) continue; // the shadow missed the piece
    const { width, height } = cropToInk(ink);
    assert(width >= 0.35 * height, `${i}: ${width} × ${height}`);
  }
});

Deno.test("solid() fills much of half its pictures, and of others less", () => {
  const filled = drawn.map(({ pixels }) => {
    return pixels.reduce((sum, level) => sum + level, 0) / (255 * pixels.length);
  });
  const full = filled.filter((share) => share > 0.6).length / drawn.length;
  assert(full > 0.3 && full < 0.8, `${full}`);
  assert(filled.some((share) => share < 0.35));
});
