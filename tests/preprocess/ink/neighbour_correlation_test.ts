import { assert, assertAlmostEquals, assertEquals } from "../../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { neighbourCorrelation } from "@lib/preprocess/ink/neighbour_correlation.ts";
import { type InkImage, inkImage } from "@lib/image/ink_image.ts";

function image(width: number, height: number, level: (x: number, y: number) => number): InkImage {
  const pixels = Uint8Array.from({ length: width * height }, (_, i) => {
    return level(i % width, Math.floor(i / width));
  });
  return inkImage(width, height, pixels);
}

Deno.test("neighbourCorrelation() of white noise is about 0, however dense it is", () => {
  const rng = rngFromSeed(3);
  for (const share of [0.05, 0.5, 0.9]) {
    const noise = image(200, 100, () => rng.uniform() < share ? 255 : 0);
    assertAlmostEquals(neighbourCorrelation(noise), 0, 0.03);
  }
});

Deno.test("neighbourCorrelation() is the higher, the broader strokes are", () => {
  const [hairline, stroke, marker] = [1, 4, 12].map((width) =>
    neighbourCorrelation(image(60, 60, (x) => Math.abs(x - 30) < width / 2 ? 255 : 0))
  );
  assert(hairline > 0.4 && stroke > 0.8 && marker > stroke, `${hairline} ${stroke} ${marker}`);
});

Deno.test("neighbourCorrelation() of a chessboard is -1, of one level 1", () => {
  assertAlmostEquals(neighbourCorrelation(image(8, 8, (x, y) => 255 * ((x + y) % 2))), -1, 1e-9);
  assertEquals(neighbourCorrelation(image(5, 4, () => 90)), 1);
  assertEquals(neighbourCorrelation(image(1, 1, () => 90)), 1);
});
