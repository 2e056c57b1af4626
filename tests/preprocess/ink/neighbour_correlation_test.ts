import { assert, assertAlmostEquals, assertEquals } from "../../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { neighbourCorrelation } from "@lib/preprocess/ink/neighbour_correlation.ts";
import { type InkImage, inkImage } from "@lib/image/ink_image.ts";
import { randomInk } from "../../support/random_ink.ts";

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

Deno.test("neighbourCorrelation() is that of all pairs beside and above each other", () => {
  const rng = rngFromSeed(4);
  for (let round = 0; round < 100; round++) {
    const ink = randomInk(rng);
    const { width, height, pixels } = ink;
    const pairs: [number, number][] = [];
    pixels.forEach((level, at) => {
      if (at % width < width - 1) pairs.push([level, pixels[at + 1]]);
      if (at + width < width * height) pairs.push([level, pixels[at + width]]);
    });
    const mean = (value: (pair: [number, number]) => number): number => {
      return pairs.reduce((sum, pair) => sum + value(pair), 0) / Math.max(1, pairs.length);
    };
    const [a, b] = [mean(([one]) => one), mean(([, other]) => other)];
    const spread = mean(([one]) => (one - a) ** 2) * mean(([, other]) => (other - b) ** 2);
    const wanted = mean(([one, other]) => (one - a) * (other - b)) / Math.sqrt(spread);
    assertAlmostEquals(neighbourCorrelation(ink), spread < 1e-9 ? 1 : wanted, 1e-6);
  }
});
