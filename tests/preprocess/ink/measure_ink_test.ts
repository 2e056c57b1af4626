import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertGreater,
  assertLess,
  assertThrows,
} from "../../support/assert.ts";
import { fill, photographOf, put, writtenDigit } from "../../support/drawn_page.ts";
import { type Rng, rngFromSeed } from "@lib/base/rng.ts";
import { type InkImage, inkImage } from "@lib/image/ink_image.ts";
import { lightImage } from "@lib/image/light_image.ts";
import { levelOutside, measureInk } from "@lib/preprocess/ink/measure_ink.ts";

/** A row of digits in the upper half of a sheet. */
function writtenSheet(rng: Rng): InkImage {
  const page = inkImage(360, 200);
  for (let k = 0; k < 5; k++) put(page, writtenDigit(rng, 56), 20 + 68 * k, 20);
  return page;
}

Deno.test("measureInk() tells how far ink stands off the paper, be it darker or brighter", () => {
  const rng = rngFromSeed(1);
  for (let round = 0; round < 16; round++) {
    const isDark = round % 2 === 0;
    const paper = isDark ? 170 + rng.integer(80) : 10 + rng.integer(70);
    const contrast = 50 + rng.integer(90);
    const level = isDark ? paper - contrast : paper + contrast;
    const noise = rng.between(0, 3);
    const photo = photographOf(writtenSheet(rng), { level, paper, noise }, rng);
    const measured = measureInk(photo);
    // Soft edges belong to the ink too: the mean is a little lower than the cores.
    assertGreater(measured.level, 0.75 * contrast, `${paper} ${level}`);
    assertLess(measured.level, 1.05 * contrast + 2, `${paper} ${level}`);
  }
});

Deno.test("measureInk() tells the noise of the paper", () => {
  const rng = rngFromSeed(2);
  for (const noise of [2, 4, 6, 9]) {
    const photo = photographOf(writtenSheet(rng), { level: 60, paper: 190, noise }, rng);
    assertAlmostEquals(measureInk(photo).noise, noise, 0.2 * noise + 0.3);
  }
  const still = photographOf(writtenSheet(rng), { level: 60, paper: 190 }, rng);
  assertLess(measureInk(still).noise, 1.6); // the light is told in whole levels
});

Deno.test("measureInk() finds no level on blank paper", () => {
  for (const level of [0, 90, 255]) {
    assertEquals(measureInk(lightImage(50, 40, new Uint8Array(2000).fill(level))).level, 0);
  }
});

Deno.test("measureInk() says how each pixel stands off the paper", () => {
  const rng = rngFromSeed(3);
  const ink = writtenSheet(rng);
  const { contrast, image } = measureInk(photographOf(ink, { level: 80, paper: 200 }, rng));
  assertEquals(contrast.cases.length, image.pixels.length);
  for (let i = 0; i < ink.pixels.length; i += 7) {
    const own = contrast.contrasts[contrast.cases[i]];
    assertAlmostEquals(own, 120 * ink.pixels[i] / 255, 12, `pixel ${i}`);
  }
});

Deno.test("measureInk() says which size it wanted", () => {
  assertThrows(
    () => measureInk(lightImage(10, 10, new Uint8Array(99))),
    RangeError,
    "found 99 pixels",
  );
});

Deno.test("levelOutside() is that of the writing where stronger print is masked", () => {
  const rng = rngFromSeed(4);
  for (let round = 0; round < 10; round++) {
    const ink = writtenSheet(rng);
    const contrast = 50 + rng.integer(50);
    const photo = photographOf(ink, { level: 220 - contrast, paper: 220, noise: 1 }, rng);
    const mask = new Uint8Array(photo.pixels.length);
    for (let y = 120; y < 180; y++) {
      if (y % 20 > 5) continue;
      photo.pixels.fill(20, y * 360 + 10, y * 360 + 350);
      mask.fill(255, y * 360 + 5, y * 360 + 355);
    }
    const measured = measureInk(photo);
    assertAlmostEquals(measured.level, 200, 10);
    const level = levelOutside(measured, mask);
    assertGreater(level, 0.8 * contrast);
    assertLess(level, 1.1 * contrast + 2);
  }
});

Deno.test("levelOutside() without a mask is the level itself, with one over all ink it is 0", () => {
  const rng = rngFromSeed(5);
  for (let round = 0; round < 5; round++) {
    const photo = photographOf(writtenSheet(rng), { level: 70, paper: 210, noise: 1 }, rng);
    const measured = measureInk(photo);
    const before = measured.contrast.counts.slice();
    assertEquals(levelOutside(measured, new Uint8Array(photo.pixels.length)), measured.level);
    const mask = inkImage(360, 200);
    fill(mask, [0, 0], [360, 95]);
    assertLess(levelOutside(measured, mask.pixels), 8);
    assertEquals(measured.contrast.counts, before);
  }
  const everything = new Uint8Array(360 * 200).fill(1);
  const measured = measureInk(photographOf(writtenSheet(rng), { level: 0, paper: 255 }, rng));
  assert(levelOutside(measured, everything) === 0);
});
