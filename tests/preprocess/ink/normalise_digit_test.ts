import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertLess,
  assertThrows,
} from "../../support/assert.ts";
import fc from "fast-check";
import { imageAt } from "@lib/download/dataset.ts";
import { loadMnist } from "@lib/download/load_mnist.ts";
import { inkBox } from "@lib/image/ink_box.ts";
import { normaliseDigit } from "@lib/preprocess/ink/normalise_digit.ts";
import { strokeWidth } from "@lib/image/stroke_width.ts";
import { dilate, erode } from "@lib/image/morphology.ts";
import { pad } from "@lib/image/pad.ts";
import { resample } from "@lib/image/resample.ts";
import { type InkImage, inkImage } from "@lib/image/ink_image.ts";

const { train } = await loadMnist("package");

function difference(a: Uint8Array, b: Uint8Array): number {
  return a.reduce((sum, level, i) => sum + Math.abs(level - b[i]), 0) / a.length;
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1];
}

const digits = Array.from({ length: 200 }, (_, i) => imageAt(train, i));

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
  const pens = [
    { change: (ink: InkImage) => erode(ink, { square: 2 }), least: 1.3, most: 3 },
    { change: (ink: InkImage) => dilate(ink, { square: 5 }), least: 2, most: 4.6 },
  ];
  for (const { change, least, most } of pens) {
    const widths = digits.slice(0, 50).map((pixels) => {
      const large = pad(resample(inkImage(28, 28, pixels), 112, 112), 8);
      return strokeWidth(inkImage(28, 28, normaliseDigit(change(large))));
    });
    const middle = median(widths);
    assert(middle > least && middle < most, `${middle}`);
  }
});

/** An L of strokes so wide, in a square of a side. */
function corner(side: number, width: number): InkImage {
  return inkImage(
    side,
    side,
    Uint8Array.from({ length: side * side }, (_, i) => {
      return i % side < width || Math.floor(i / side) >= side - width ? 255 : 0;
    }),
  );
}

/** The mean width of an L's strokes by area and outline, in a square of 20. */
const meanWidth = (width: number): number => width - width * width / 40;

/** How wide an L's strokes are once it is normalised. */
function widthAfter(side: number, width: number): number {
  return strokeWidth(inkImage(28, 28, normaliseDigit(corner(side, width))));
}

Deno.test("normaliseDigit() makes strokes 1.8 to 3.6 pixels wide", () => {
  for (const width of [10, 14, 20, 30, 36]) { // in a square of 200: tenths of a pixel
    const wanted = Math.min(3.6, Math.max(1.8, meanWidth(width / 10)));
    assertAlmostEquals(widthAfter(200, width), wanted, 0.25, `${width}`);
  }
  // Cropped and fitted again, a thinner stroke grows a little.
  assertAlmostEquals(widthAfter(200, 46), 3.6, 0.3);
});

Deno.test("normaliseDigit() makes strokes by 2 pixels thinner at most: a block is no stroke", () => {
  const [bold, block] = [widthAfter(200, 54), widthAfter(200, 100)];
  assert(bold > 3.4 && bold < 4.4, `${bold}`);
  assert(block > 6.5 && block < 7.5, `${block}`);
});

Deno.test("normaliseDigit() leaves the strokes of small pictures as thick as their blur made them", () => {
  assertAlmostEquals(widthAfter(31, 10), meanWidth(200 / 31), 0.25);
  assertLess(widthAfter(33, 10), 4.5);
});

Deno.test("normaliseDigit() fits a photographed digit by where its ink is half as strong", () => {
  // Blurred edges of level 60 reach two pixels out on each side.
  const soft = (side: number): { width: number; height: number } => {
    const pixels = Uint8Array.from({ length: side * side }, (_, i) => {
      const [x, y] = [i % side, Math.floor(i / side)];
      const toEdge = Math.min(x, y, side - 1 - x, side - 1 - y);
      const isPaper = toEdge < 2 && x >= 2; // the left side is blurred, the others are not
      return isPaper ? 0 : x < 2 ? 60 : x < side / 4 || y > side * 0.75 ? 255 : 0;
    });
    return inkBox(inkImage(28, 28, normaliseDigit(inkImage(side, side, pixels))), 32)!;
  };
  assertEquals([soft(60).width, soft(60).height], [20, 20]);
});

Deno.test("normaliseDigit() refuses a sheet without ink", () => {
  const blank = inkImage(5, 5, new Uint8Array(25));
  assertThrows(() => normaliseDigit(blank), RangeError, "Cannot normalise a digit: found no ink");
  assertThrows(() => normaliseDigit({ ...blank, width: 6 }), RangeError, "found 25 pixels");
});
