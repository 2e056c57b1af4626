import { assert, assertEquals, assertGreater } from "../../support/assert.ts";
import { fill, put, writtenDigit } from "../../support/drawn_page.ts";
import { type Rng, rngFromSeed } from "@lib/base/rng.ts";
import { type InkImage, inkImage } from "@lib/image/ink_image.ts";
import { dropSpecks } from "@lib/preprocess/ink/drop_specks.ts";

/** Some digits in the upper part of a page. */
function writtenPage(rng: Rng, height: number): InkImage {
  const page = inkImage(8 * height, 3 * height);
  for (let k = 0; k < 4; k++) {
    put(page, writtenDigit(rng, height), Math.round((0.3 + 1.8 * k) * height), 4);
  }
  return page;
}

Deno.test("dropSpecks() drops dust, and leaves the digits beside it as they are", () => {
  const rng = rngFromSeed(1);
  for (let round = 0; round < 30; round++) {
    const page = writtenPage(rng, 60 + rng.integer(30));
    const dusty = { ...page, pixels: page.pixels.slice() };
    for (let x = 3; x < page.width; x += 7 + rng.integer(30)) {
      fill(dusty, [x, page.height - 12 + rng.integer(8)], [1 + rng.integer(2), 1], 255);
    }
    assertEquals(dropSpecks(dusty), page);
  }
});

Deno.test("dropSpecks() leaves decimal points and dots of a twentieth of a digit", () => {
  const rng = rngFromSeed(2);
  for (let round = 0; round < 30; round++) {
    const page = writtenPage(rng, 40 + rng.integer(40));
    const side = Math.round(page.height / 3 / 8);
    fill(page, [rng.integer(page.width - side), page.height - side - 3], [side, side], 255);
    assert(dropSpecks(page) === page);
  }
});

Deno.test("dropSpecks() goes by the ink, not by the number: a page of much dust keeps its digits", () => {
  const rng = rngFromSeed(3);
  const page = writtenPage(rng, 90);
  const dusty = { ...page, pixels: page.pixels.slice() };
  for (let y = 100; y < page.height; y += 8) {
    for (let x = 2; x < page.width; x += 8) fill(dusty, [x, y], [1, 1], 255);
  }
  const dots = dusty.pixels.filter((level) => level > 0).length -
    page.pixels.filter((level) => level > 0).length;
  assertGreater(dots, 1000);
  assertEquals(dropSpecks(dusty), page);
});

Deno.test("dropSpecks() leaves equal dots, blank paper, and its input", () => {
  const page = inkImage(60, 60);
  assert(dropSpecks(page) === page);
  for (let at = 5; at < 60; at += 9) fill(page, [at, at], [2, 2], 200);
  assert(dropSpecks(page) === page);
  fill(page, [30, 2], [20, 20]);
  fill(page, [2, 50], [1, 1]);
  const before = page.pixels.slice();
  assertEquals(dropSpecks(page).pixels[50 * 60 + 2], 0);
  assertEquals(page.pixels, before);
});
