import { assert, assertEquals, assertGreater, assertLess } from "../support/assert.ts";
import { imageAt } from "@lib/download/dataset.ts";
import { loadMnist } from "@lib/download/mnist.ts";
import type { GreyImage } from "@lib/preprocess/grey_image.ts";
import { erasePrint } from "@lib/preprocess/erase_print.ts";
import { removeRules } from "@lib/preprocess/remove_rules.ts";
import { resample } from "@lib/preprocess/resample.ts";
import { transpose } from "@lib/preprocess/transpose.ts";

const { test } = await loadMnist("package");
const [width, height] = [320, 120];

/** Four digits side by side, 60 pixels high. */
const digits: GreyImage = { width, height, pixels: new Uint8Array(width * height) };
for (let k = 0; k < 4; k++) {
  const { pixels } = resample({ width: 28, height: 28, pixels: imageAt(test, k + 2) }, 84, 84);
  pixels.forEach((level, i) => {
    const at = (18 + Math.floor(i / 84)) * width + 75 * k + (i % 84);
    digits.pixels[at] = Math.max(digits.pixels[at], level);
  });
}

/** Adds ink where a test says so. */
function printed(isPrint: (x: number, y: number) => boolean): GreyImage {
  const pixels = digits.pixels.map((level, i) => {
    return isPrint(i % width, Math.floor(i / width)) ? 255 : level;
  });
  return { width, height, pixels };
}

/** The share of the digits' ink that is left, and how much else there is in comparison. */
function comparison({ pixels }: GreyImage): { kept: number; added: number } {
  let [own, kept, added] = [0, 0, 0];
  digits.pixels.forEach((level, i) => {
    if (level > 127) own++;
    if (level > 127 && pixels[i] > 127) kept++;
    if (level < 30 && pixels[i] > 127) added++;
  });
  return { kept: kept / own, added: added / own };
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
    const { kept, added } = comparison(erasePrint(printed(isPrint)));
    assertGreater(kept, 0.93);
    assertLess(added, 0.06);
  });
}

Deno.test("erasePrint() leaves digits without rules alone", () => {
  assertEquals(erasePrint(digits), digits);
  for (let i = 0; i < 300; i++) {
    const digit = resample({ width: 28, height: 28, pixels: imageAt(test, i) }, 84, 84);
    assertEquals(erasePrint(digit), digit, `digit ${i}`);
  }
});

Deno.test("erasePrint() takes the box off one digit, not the zero off a page", () => {
  const digit = resample({ width: 28, height: 28, pixels: imageAt(test, 3) }, 84, 84);
  const pixels = digit.pixels.map((level, i) => {
    const [x, y] = [i % 84, Math.floor(i / 84)];
    const isSide = Math.min(x, 83 - x) === 4 || Math.min(y, 83 - y) === 4;
    return isSide && Math.min(x, y, 83 - x, 83 - y) >= 4 ? 255 : level;
  });
  assertEquals(erasePrint({ ...digit, pixels }), digit);
  const box = { ...digit, pixels: pixels.map((level, i) => level === digit.pixels[i] ? 0 : level) };
  assertEquals(erasePrint(box), box); // nothing is written in it: it may be a zero
});

Deno.test("removeRules() finds lying and upright rules alike", () => {
  const ruled = printed((_, y) => y === 112);
  const sizes = { lying: 200, upright: 500, thickness: 6 };
  const turned = transpose(removeRules(transpose(ruled), { ...sizes, lying: 500, upright: 200 }));
  assertEquals(turned, removeRules(ruled, sizes));
  assert(turned.pixels.subarray(112 * width, 113 * width).every((level) => level < 255));
});
