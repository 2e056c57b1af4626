import { assert, assertEquals, assertGreater, assertLess } from "../../support/assert.ts";
import { comparison, photographOf, put, writtenDigit } from "../../support/drawn_page.ts";
import { type Rng, rngFromSeed } from "@lib/base/rng.ts";
import { type InkImage, inkImage } from "@lib/image/ink_image.ts";
import { lightImage } from "@lib/image/light_image.ts";
import { inkAt } from "@lib/preprocess/ink/ink_at.ts";
import { measureInk } from "@lib/preprocess/ink/measure_ink.ts";

const [width, height] = [360, 100];

/** Some digits of a row of five, from one place to before another. */
function writtenRow(rng: Rng, from = 0, to = 5): InkImage {
  const page = inkImage(width, height);
  for (let k = from; k < to; k++) put(page, writtenDigit(rng, 56), 20 + 68 * k, 20);
  return page;
}

Deno.test("inkAt() of the ink's own level is the ink that was written", () => {
  const rng = rngFromSeed(1);
  for (let round = 0; round < 12; round++) {
    const ink = writtenRow(rng);
    const [paper, contrast] = [180 + rng.integer(70), 60 + rng.integer(100)];
    const look = { level: paper - contrast, paper, noise: rng.between(0, 3) };
    const found = inkAt(measureInk(photographOf(ink, look, rng)), contrast);
    assertEquals([found.width, found.height], [width, height]);
    const cores = { ...ink, pixels: ink.pixels.map((level) => level > 200 ? level : level / 2) };
    const { kept, added } = comparison(cores, found);
    assertGreater(kept, 0.97);
    assertLess(added, 0.02);
  }
});

Deno.test("inkAt() makes ink of that level 255, and weaker ink less, at most a quarter cut off", () => {
  const rng = rngFromSeed(2);
  const ink = writtenRow(rng);
  const measured = measureInk(photographOf(ink, { level: 80, paper: 200 }, rng));
  const cores = [...ink.pixels.keys()].filter((i) => ink.pixels[i] === 255);
  for (const level of [60, 120, 150, 180]) {
    const { pixels } = inkAt(measured, level);
    const mean = cores.reduce((sum, i) => sum + pixels[i], 0) / cores.length / 255;
    assertGreater(mean, Math.min(1, (120 - level / 4) / (level - level / 4)) - 0.03, `${level}`);
    assertLess(mean, Math.min(1, 120 / level) + 0.03, `${level}`);
  }
});

Deno.test("inkAt() at the level of pale writing finds it beside strong ink; at that of the strong, hardly", () => {
  const rng = rngFromSeed(3);
  for (let round = 0; round < 8; round++) {
    const [strong, pale] = [writtenRow(rng, 0, 2), writtenRow(rng, 2, 5)];
    const photo = photographOf(strong, { level: 20, paper: 220, noise: 1 }, rng);
    pale.pixels.forEach((level, i) => photo.pixels[i] -= Math.round(80 * level / 255));
    const measured = measureInk(photo);
    assertGreater(comparison(pale, inkAt(measured, 80)).kept, 0.95);
    assertLess(comparison(pale, inkAt(measured, 200)).kept, 0.1);
  }
});

Deno.test("inkAt() is bare where the level is next to nothing, or not above the noise", () => {
  const rng = rngFromSeed(4);
  for (let round = 0; round < 6; round++) {
    const page = writtenRow(rng);
    const isBare = (contrast: number, noise: number): boolean => {
      const photo = photographOf(page, { level: 200 - contrast, paper: 200, noise }, rng);
      return inkAt(measureInk(photo), contrast).pixels.every((level) => level === 0);
    };
    assertEquals([isBare(8, 0), isBare(25, 0)], [true, false]);
    assertEquals([isBare(30, 12), isBare(100, 8)], [true, false]);
  }
});

Deno.test("inkAt() is bare where what stands off the paper does not go on from pixel to pixel", () => {
  const rng = rngFromSeed(5);
  for (const share of [0.03, 0.2, 0.5]) {
    const pixels = Uint8Array.from({ length: width * height }, () => {
      return rng.uniform() < share ? 0 : 255;
    });
    const { pixels: found } = inkAt(measureInk(lightImage(width, height, pixels)), 200);
    assert(found.every((level) => level === 0), `${share}`);
  }
});

Deno.test("inkAt() drops stains that nowhere reach a half of the ink's level", () => {
  const rng = rngFromSeed(6);
  for (let round = 0; round < 10; round++) {
    const contrast = 100 + rng.integer(60);
    const page = writtenRow(rng, 0, 3);
    const photo = photographOf(page, { level: 210 - contrast, paper: 210, noise: 1 }, rng);
    const stained = (part: number): number => {
      const pixels = photo.pixels.slice();
      for (let y = 30; y < 50; y++) {
        for (let x = 310; x < 330; x++) pixels[y * width + x] -= Math.round(part * contrast);
      }
      return inkAt(measureInk({ ...photo, pixels }), contrast).pixels[40 * width + 320];
    };
    assertEquals(stained(0.4), 0);
    assertGreater(stained(0.8), 128);
  }
});
