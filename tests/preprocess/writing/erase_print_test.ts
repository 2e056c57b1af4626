import { assert, assertEquals, assertGreater, assertLess } from "../../support/assert.ts";
import { imageAt } from "@lib/download/dataset.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { loadMnist } from "@lib/download/load_mnist.ts";
import { erasePrint } from "@lib/preprocess/writing/erase_print.ts";
import { printLimits } from "@lib/preprocess/writing/print_limits.ts";
import { dilate } from "@lib/image/morphology.ts";
import { resample } from "@lib/image/resample.ts";
import { type InkImage, inkImage } from "@lib/image/ink_image.ts";
import { fill, put, writtenDigit } from "../../support/drawn_page.ts";

const { test } = await loadMnist("package");
const [width, height] = [320, 120];

/** Four digits side by side, 60 pixels high. */
const digits: InkImage = inkImage(width, height, new Uint8Array(width * height));
for (let k = 0; k < 4; k++) {
  const { pixels } = resample(inkImage(28, 28, imageAt(test, k + 2)), 84, 84);
  pixels.forEach((level, i) => {
    const at = (18 + Math.floor(i / 84)) * width + 75 * k + (i % 84);
    digits.pixels[at] = Math.max(digits.pixels[at], level);
  });
}

/** Adds ink where a test says so. */
function printed(isPrint: (x: number, y: number) => boolean): InkImage {
  const pixels = digits.pixels.map((level, i) => {
    return isPrint(i % width, Math.floor(i / width)) ? 255 : level;
  });
  return inkImage(width, height, pixels);
}

/** The share of the digits' ink that is left, and how much else there is in comparison. */
function comparison({ pixels }: InkImage): { kept: number; added: number } {
  let [own, kept, added] = [0, 0, 0];
  digits.pixels.forEach((level, i) => {
    if (level > 127) own++;
    if (level > 127 && pixels[i] > 127) kept++;
    if (level < 30 && pixels[i] > 127) added++;
  });
  return { kept: kept / own, added: added / own };
}

/** How many levels of two images differ. */
function unlike(one: Uint8Array, other: Uint8Array): number {
  return one.filter((level, i) => level !== other[i]).length;
}

const prints: Record<string, (x: number, y: number) => boolean> = {
  "a line under the digits": (_, y) => y >= 104 && y < 107,
  "a line through them": (_, y) => y === 60 || y === 61,
  "a slanted line through them": (x, y) => Math.abs(y - 50 - 0.08 * x) < 1.5,
  "a sagging line": (x, y) => Math.abs(y - 95 - 6 * Math.sin((x / width) * Math.PI)) < 1.5,
  "ruled paper": (_, y) => y % 40 < 2,
  "a table": (x, y) => y === 8 || y === 110 || ((x + 2) % 75 === 0 && y >= 8 && y <= 110),
};

for (const [name, isPrint] of Object.entries(prints)) {
  Deno.test(`erasePrint() takes ${name} away, and leaves the digits`, () => {
    const { kept, added } = comparison(erasePrint(printed(isPrint)).left);
    assertGreater(kept, 0.93);
    assertLess(added, 0.06);
  });
}

Deno.test("erasePrint() leaves digits without rules alone", () => {
  assertEquals(erasePrint(digits).left, digits);
  for (let i = 0; i < 300; i++) {
    const digit = resample(inkImage(28, 28, imageAt(test, i)), 84, 84);
    assertEquals(erasePrint(digit).left, digit, `digit ${i}`);
  }
});

Deno.test("erasePrint() takes the box off one digit, not the zero off a page", () => {
  const digit = resample(inkImage(28, 28, imageAt(test, 3)), 84, 84);
  const pixels = digit.pixels.map((level, i) => {
    const [x, y] = [i % 84, Math.floor(i / 84)];
    const isSide = Math.min(x, 83 - x) === 4 || Math.min(y, 83 - y) === 4;
    return isSide && Math.min(x, y, 83 - x, 83 - y) >= 4 ? 255 : level;
  });
  assertEquals(erasePrint({ ...digit, pixels }).left, digit);
  const box = { ...digit, pixels: pixels.map((level, i) => level === digit.pixels[i] ? 0 : level) };
  assertEquals(erasePrint(box).left, box); // nothing is written in it: it may be a zero
});

Deno.test("erasePrint() goes by the height of the writing: a large seven keeps its bar", () => {
  const isSeven = (x: number, y: number): boolean => {
    return (y > 10 && y < 16 && x > 40 && x < 110) || Math.abs(x - 108 + 0.4 * (y - 10)) < 3;
  };
  const pixels = Uint8Array.from({ length: width * height }, (_, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    return isSeven(x, y) && y > 10 && y < 110 ? 255 : 0;
  });
  const seven = inkImage(width, height, pixels);
  assertEquals(erasePrint(seven).left, seven);
});

Deno.test("erasePrint() leaves blank paper, and noise that has no rules", () => {
  const blank = inkImage(width, height, new Uint8Array(width * height));
  assertEquals(erasePrint(blank).left, blank);
  const side = 400;
  const pixels = Uint8Array.from({ length: side * side }, (_, i) => {
    return Math.floor(i / side) % 2 === 0 ? 255 : 0; // two hundred rules
  });
  const dense = inkImage(side, side, pixels);
  assert(erasePrint(dense).left === dense);
});

Deno.test("mask() covers what was erased with its soft edges, and strips along the edges that stay", () => {
  const rng = rngFromSeed(3);
  for (let round = 0; round < 20; round++) {
    const high = 50 + rng.integer(50);
    const thick = 4 + rng.integer(3);
    const isRuled = round % 2 === 0;
    const page = inkImage(isRuled ? 3 * high : 2 * high, isRuled ? high + 40 : high);
    put(page, writtenDigit(rng, high, 8), 20, 0);
    if (isRuled) fill(page, [0, high + 25], [page.width, 3], 200);
    else fill(page, [0, 0], [thick, high], 200);
    const { left, hasPrint, mask } = erasePrint(page);
    assert(hasPrint);
    if (!isRuled) assertEquals(unlike(left.pixels, page.pixels), 0, "it may be a one");
    const print = {
      ...page,
      pixels: page.pixels.map((level, i) => {
        const isStrip = !isRuled && i % page.width < thick;
        return level >= printLimits.leastLink && (isStrip || left.pixels[i] < level) ? 255 : 0;
      }),
    };
    const wanted = dilate(print, { square: printLimits.softEdge }).pixels;
    assertEquals(unlike(mask(), wanted), 0, `round ${round}`);
  }
});

Deno.test("erasePrint() takes the soft edges of a bar with it", () => {
  const rng = rngFromSeed(4);
  for (let round = 0; round < 10; round++) {
    const high = 40 + rng.integer(30);
    const written = inkImage(6 * high, Math.round(4.5 * high));
    for (let k = 0; k < 4; k++) put(written, writtenDigit(rng, high), (1 + k) * high, high);
    const page = inkImage(written.width, written.height, written.pixels.slice());
    const [x, y] = [high, Math.floor(2.5 * high) + rng.integer(20)];
    const soft = printLimits.softEdge;
    fill(page, [x - soft, y - soft], [3 * high + 2 * soft, high + 2 * soft], 30);
    fill(page, [x, y], [3 * high, high]);
    assertEquals(unlike(erasePrint(page).left.pixels, written.pixels), 0, `round ${round}`);
  }
});
