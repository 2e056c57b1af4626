import { assert, assertEquals, assertLess, assertThrows } from "../../support/assert.ts";
import fc from "fast-check";
import { imageAt } from "@lib/download/dataset.ts";
import { loadMnist } from "@lib/download/load_mnist.ts";
import { inkBox } from "@lib/image/ink_box.ts";
import { normaliseDigit } from "@lib/preprocess/ink/normalise_digit.ts";
import { strokeWidth } from "@lib/image/stroke_width.ts";
import { offsetStrokes } from "@lib/preprocess/ink/offset_strokes.ts";
import { pad } from "@lib/image/pad.ts";
import { resample } from "@lib/image/resample.ts";
import { inkImage } from "@lib/image/ink_image.ts";

const { test } = await loadMnist("package");

function difference(a: Uint8Array, b: Uint8Array): number {
  return a.reduce((sum, level, i) => sum + Math.abs(level - b[i]), 0) / a.length;
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1];
}

const digits = Array.from({ length: 200 }, (_, i) => imageAt(test, i));

Deno.test("normaliseDigit() leaves MNIST's digits as they are", () => {
  const differences = digits.map((pixels) => {
    return difference(normaliseDigit(inkImage(28, 28, pixels)), pixels);
  });
  assertLess(median(differences), 0.01);
});

Deno.test("normaliseDigit() brings digits of other sizes back to MNIST's", () => {
  for (const side of [56, 100, 196, 600]) {
    const differences = digits.slice(0, 50).map((pixels) => {
      return difference(
        normaliseDigit(resample(inkImage(28, 28, pixels), side, side)),
        pixels,
      );
    });
    assertLess(median(differences), 6, `side ${side}`);
  }
});

Deno.test("normaliseDigit() gives the same digit wherever it stands on the page", () => {
  const large = resample(inkImage(28, 28, digits[3]), 84, 84);
  const [width, height] = [300, 200];
  const at = (x: number, y: number): Uint8Array => {
    const pixels = new Uint8Array(width * height);
    large.pixels.forEach((level, i) => {
      pixels[(y + Math.floor(i / 84)) * width + x + (i % 84)] = level;
    });
    return normaliseDigit(inkImage(width, height, pixels));
  };
  assertEquals(at(0, 0), at(216, 116));
  assertEquals(at(0, 0), normaliseDigit(large));
});

const ink = fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }))
  .chain(([width, height]) =>
    fc.uint8Array({ minLength: width * height, maxLength: width * height })
      .map((pixels) => (inkImage(width, height, pixels)))
  )
  .filter(({ pixels }) => pixels.some((level) => level > 0));

Deno.test("normaliseDigit() fits in 20 × 20, has its mass in the middle and its peak at 255", () => {
  fc.assert(
    fc.property(ink, (image) => {
      const pixels = normaliseDigit(image);
      assertEquals(pixels.length, 784);
      assertEquals(Math.max(...pixels), 255);
      const box = inkBox(inkImage(28, 28, pixels), 1)!;
      assert(box.width <= 20 && box.height <= 20, JSON.stringify(box));
      let [mass, x, y] = [0, 0, 0];
      pixels.forEach((level, i) => {
        mass += level;
        x += level * (i % 28);
        y += level * Math.floor(i / 28);
      });
      // Half a pixel from whole shifts, the rest from a mass at one end of a long digit.
      const isFree = box.x > 0 && box.y > 0 && box.x + box.width < 28 && box.y + box.height < 28;
      if (isFree) assertLess(Math.max(Math.abs(x / mass - 14), Math.abs(y / mass - 14)), 0.6);
    }),
    { numRuns: 300, seed: 1 },
  );
});

Deno.test("normaliseDigit() keeps the aspect, and faint or thin ink", () => {
  const box = (width: number, height: number, level = 255): unknown => {
    const pixels = normaliseDigit(
      inkImage(width, height, new Uint8Array(width * height).fill(level)),
    );
    const { width: columns, height: rows } = inkBox(inkImage(28, 28, pixels))!;
    return [columns, rows];
  };
  assertEquals(box(15, 30), [10, 20]);
  assertEquals(box(200, 30), [20, 3]);
  assertEquals(box(1, 500), [2, 20]); // as thick as a fine pen's
  assertEquals(box(7, 7, 3), [20, 20]);
});

Deno.test("normaliseDigit() brings the strokes of a fine pen and of a marker near MNIST's", () => {
  for (const [outwards, least, most] of [[-2, 1.3, 3], [5, 2, 4.6]]) {
    const widths = digits.slice(0, 50).map((pixels) => {
      const large = pad(resample(inkImage(28, 28, pixels), 112, 112), 8);
      const form = normaliseDigit(offsetStrokes(large, outwards));
      return strokeWidth(inkImage(28, 28, form));
    });
    const middle = median(widths);
    assert(middle > least && middle < most, `${outwards}: ${middle}`);
  }
});

Deno.test("normaliseDigit() refuses a sheet without ink", () => {
  const blank = inkImage(5, 5, new Uint8Array(25));
  assertThrows(() => normaliseDigit(blank), RangeError, "found no ink");
  assertThrows(() => normaliseDigit({ ...blank, width: 6 }), RangeError, "found 25 pixels");
});
