import {
  assert,
  assertEquals,
  assertGreater,
  assertLess,
  assertThrows,
} from "../../support/assert.ts";
import {
  comparison,
  fill,
  photographOf,
  photographOfTwo,
  put,
  straightDigit,
  straightDigits,
  writtenDigit,
} from "../../support/drawn_page.ts";
import { type Rng, rngFromSeed } from "@lib/base/rng.ts";
import { boxBlur } from "@lib/image/box_blur.ts";
import { type InkImage, inkImage } from "@lib/image/ink_image.ts";
import { lightImage } from "@lib/image/light_image.ts";
import { findWriting } from "@lib/preprocess/writing/find_writing.ts";

const look = { paper: 225, noise: 1 };
const curved = [2, 3, 5, 6, 8, 9];

/** A row of digits, and an empty sheet of the same size for print. */
function row(
  rng: Rng,
  height: number,
  count = 4,
): { readonly digits: InkImage; readonly print: InkImage } {
  const digits = inkImage(Math.round(height * (1.4 * count + 1.2)), 2 * height + 20);
  for (let k = 0; k < count; k++) {
    const x = Math.round(height * (0.8 + 1.4 * k));
    put(
      digits,
      writtenDigit(rng, height, curved[rng.integer(curved.length)]),
      x,
      10 + height / 2 | 0,
    );
  }
  return { digits, print: inkImage(digits.width, digits.height) };
}

/** The sides of a box a little inside the edges of a sheet. */
function drawFrame(sheet: InkImage, thickness: number, margin = 5): void {
  const [wide, high] = [sheet.width - 2 * margin, sheet.height - 2 * margin];
  for (const below of [0, high - thickness]) {
    fill(sheet, [margin, margin + below], [wide, thickness]);
  }
  for (const aside of [0, wide - thickness]) {
    fill(sheet, [margin + aside, margin], [thickness, high]);
  }
}

Deno.test("findWriting() finds digits inside of a bold frame, in grey or as black, and no frame", () => {
  const rng = rngFromSeed(13);
  for (let round = 0; round < 30; round++) {
    const high = 40 + rng.integer(50);
    const { digits } = row(rng, high);
    const [width, height] = [digits.width + high, Math.round(high * rng.between(1.7, 2))];
    const [sheet, print] = [inkImage(width, height), inkImage(width, height)];
    put(sheet, digits, high >> 1, (height - digits.height) >> 1);
    // Farther inside than the rim of a scan is.
    drawFrame(print, 5 + rng.integer(3), Math.ceil(0.07 * height) + rng.integer(3));
    const levels = [20 + rng.integer(130), 10] as const;
    const { ink } = findWriting(photographOfTwo([sheet, print], levels, look, rng));
    const { kept, added } = comparison(sheet, ink);
    assertGreater(kept, 0.8, `round ${round}: level ${levels[0]}`);
    assertLess(added, 0.005, `round ${round}: level ${levels[0]}`);
  }
});

Deno.test("findWriting() finds digits in grey inside of a black frame, and no frame", () => {
  const rng = rngFromSeed(1);
  for (let round = 0; round < 15; round++) {
    const { digits, print } = row(rng, 30 + rng.integer(30));
    drawFrame(print, 2 + rng.integer(3));
    const levels = [60 + rng.integer(90), 10] as const;
    const { ink, cells, height } = findWriting(photographOfTwo([digits, print], levels, look, rng));
    const { kept, added } = comparison(digits, ink);
    assertGreater(kept, 0.8, `round ${round}: level ${levels[0]}`);
    assertLess(added, 0.03);
    assertEquals(cells.length, 4);
    assertLess(Math.abs(height - (digits.height - 20) / 2), 4);
  }
});

/** Rows of two inks, one below the other. */
function twoRows(rng: Rng): readonly [upper: InkImage, lower: InkImage] {
  const [{ digits: pen }, { digits }] = [row(rng, 50, 5), row(rng, 50, 5)];
  const [upper, lower] = [inkImage(pen.width, 240), inkImage(pen.width, 240)];
  put(upper, pen, 0, 0);
  put(lower, digits, 0, 120);
  return [upper, lower];
}

Deno.test("findWriting() finds pencil beside ink, and both strokes at full strength", () => {
  const rng = rngFromSeed(2);
  for (let round = 0; round < 12; round++) {
    const [upper, lower] = twoRows(rng);
    const levels = [10 + rng.integer(15), 145 + rng.integer(15)] as const;
    const { ink } = findWriting(photographOfTwo([upper, lower], levels, look, rng));
    assertGreater(comparison(upper, ink).kept, 0.95, `round ${round}`);
    assertGreater(comparison(lower, ink).kept, 0.8, `round ${round}: level ${levels[1]}`);
  }
});

Deno.test("findWriting() finds pencil on smooth paper, whose noise most pixels do not have", () => {
  const rng = rngFromSeed(12);
  for (let round = 0; round < 20; round++) {
    const [upper, lower] = twoRows(rng);
    const smooth = { paper: 235 + rng.uniform(), noise: rng.between(1, 2) };
    const level = 125 + rng.integer(45);
    const written = photographOfTwo([upper, lower], [20, level], smooth, rng);
    // A lens blurs noise into patches, which touch each other.
    const bare = inkImage(upper.width, upper.height);
    const paper = boxBlur(photographOf(bare, { ...smooth, level }, rng), 1).pixels;
    const pixels = written.pixels.map((light, k) => light > 200 ? paper[k] : light);
    const { ink } = findWriting({ ...written, pixels });
    assertGreater(comparison(lower, ink).kept, 0.8, `round ${round}: level ${level}`);
  }
});

Deno.test("findWriting() leaves a faint pattern of straight lines out", () => {
  const rng = rngFromSeed(3);
  for (let round = 0; round < 12; round++) {
    const { digits, print } = row(rng, 40 + rng.integer(20));
    const pitch = 14 + rng.integer(14);
    for (let at = pitch; at < print.width; at += pitch) {
      fill(print, [at, 0], [1, print.height]);
      if (at < print.height) fill(print, [0, at], [print.width, 1]);
    }
    const photo = photographOfTwo([digits, print], [30, 165 + rng.integer(20)], look, rng);
    const { kept, added } = comparison(digits, findWriting(photo).ink);
    assertGreater(kept, 0.8, `round ${round}`);
    assertLess(added, 0.05, `round ${round}`);
  }
});

Deno.test("findWriting() tells what was no writing: the sides of a table, a black bar", () => {
  const rng = rngFromSeed(4);
  for (let round = 0; round < 12; round++) {
    const { digits, print } = row(rng, 36, 4);
    const sheet = inkImage(digits.width, digits.height + 90);
    put(sheet, digits, 0, 0);
    const black = inkImage(sheet.width, sheet.height);
    fill(black, [30, digits.height + 20], [120 + rng.integer(60), 40]);
    const inBar = findWriting(photographOfTwo([sheet, black], [40, 15], look, rng));
    assertEquals(inBar.objects.length, 1);
    const [{ x, y, width, height }] = inBar.objects;
    assert(Math.abs(x - 30) < 3 && Math.abs(y - digits.height - 20) < 3);
    assert(width >= 118 && Math.abs(height - 40) < 4);
    assertGreater(comparison(sheet, inBar.ink).kept, 0.9);
    assertLess(comparison(sheet, inBar.ink).added, 0.02);

    drawFrame(print, 2, 3);
    const cell = 1.4 * 36;
    for (let k = 1; k < 4; k++) {
      fill(print, [Math.round(36 * 0.6 + cell * k), 3], [2, print.height - 6]);
    }
    const { cells, objects, ink } = findWriting(
      photographOfTwo([digits, print], [40, 40], look, rng),
    );
    assertEquals([cells.filter(({ isUpright }) => isUpright).length, cells.length], [5, 7]);
    assertEquals(objects, []);
    assertLess(comparison(digits, ink).added, 0.05);
  }
});

Deno.test("findWriting() finds the same on a negative", () => {
  const rng = rngFromSeed(5);
  for (let round = 0; round < 6; round++) {
    const { digits, print } = row(rng, 40 + rng.integer(20));
    drawFrame(print, 3);
    const photo = photographOfTwo([digits, print], [90, 20], look, rng);
    const negative = { ...photo, pixels: photo.pixels.map((level) => 255 - level) };
    assertGreater(comparison(digits, findWriting(negative).ink).kept, 0.8);
    assertLess(comparison(digits, findWriting(negative).ink).added, 0.03);
  }
});

Deno.test("findWriting() keeps each stroke of a lone digit of straight strokes", () => {
  const rng = rngFromSeed(6);
  for (const label of straightDigits.filter((label) => label !== 0)) {
    for (let round = 0; round < 8; round++) {
      const height = 50 + rng.integer(120);
      const digit = straightDigit(label, {
        height,
        width: Math.round(height * rng.between(0.6, 0.9)),
        stroke: Math.max(3, height * rng.between(0.05, 0.1)),
        margin: Math.round(height * rng.between(0.08, 0.15)),
      });
      const { ink, marks } = findWriting(photographOf(digit, { level: 40, ...look }, rng));
      assertGreater(comparison(digit, ink).kept, 0.9, `a ${label} of ${height} pixels`);
      assertEquals(marks.components.length, 1);
    }
  }
});

Deno.test("findWriting() finds nothing on blank paper, white, dark or grainy", () => {
  const rng = rngFromSeed(7);
  for (const [level, noise] of [[255, 0], [0, 0], [128, 4], [200, 9]]) {
    const blank = photographOf(inkImage(120, 90), { level: 0, paper: level, noise }, rng);
    const { ink, marks, height, cells, objects } = findWriting(blank);
    assertEquals([ink.width, ink.height], [120, 90]);
    assert(ink.pixels.every((pixel) => pixel === 0));
    assertEquals([marks.components, height, cells, objects], [[], 0, [], []]);
  }
});

Deno.test("findWriting() says what is wrong with pixels that do not fit, and changes none that do", () => {
  assertThrows(() => findWriting(lightImage(10, 10, new Uint8Array(90))), RangeError, "90 pixels");
  const rng = rngFromSeed(8);
  const photo = photographOf(row(rng, 40).digits, { level: 40, ...look }, rng);
  const before = photo.pixels.slice();
  findWriting(photo);
  assertEquals(photo.pixels, before);
});
