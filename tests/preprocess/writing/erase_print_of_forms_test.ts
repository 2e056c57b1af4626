/** Tests of `erasePrint` on forms drawn anew: tables, combs, ruled paper, what was cut out of them. */
import { assert, assertEquals, assertGreater, assertLess } from "../../support/assert.ts";
import {
  comparison,
  fill,
  put,
  straightDigit,
  straightDigits,
  together,
  writtenDigit,
} from "../../support/drawn_page.ts";
import { type Rng, rngFromSeed } from "@lib/base/rng.ts";
import { drawLine } from "@lib/image/draw_line.ts";
import { type InkImage, inkImage } from "@lib/image/ink_image.ts";
import { erasePrint } from "@lib/preprocess/writing/erase_print.ts";

/** A written digit that is no wider than some cell. */
function narrowDigit(rng: Rng, height: number, widest: number): InkImage {
  let digit = writtenDigit(rng, height);
  while (digit.width > widest) digit = writtenDigit(rng, height);
  return digit;
}

/** Erases print from digits, and compares what is left with them. */
function erased(digits: InkImage, print: InkImage): ReturnType<typeof comparison> {
  return comparison(digits, erasePrint(together(digits, print)).left);
}

/** A table with a digit in the middle of each cell. */
function table(
  rng: Rng,
  height: number,
  [rows, columns]: readonly [rows: number, columns: number],
): { readonly digits: InkImage; readonly print: InkImage } {
  const [wide, high] = [Math.round(1.9 * height), Math.round(1.7 * height)];
  const thickness = 1 + rng.integer(1 + (height >> 4));
  const digits = inkImage(columns * wide + 24, rows * high + 24);
  const print = inkImage(digits.width, digits.height);
  for (let row = 0; row <= rows; row++) {
    fill(print, [10, 10 + row * high], [columns * wide + thickness, thickness]);
  }
  for (let column = 0; column <= columns; column++) {
    fill(print, [10 + column * wide, 10], [thickness, rows * high + thickness]);
  }
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const digit = narrowDigit(rng, height, wide - thickness - 6);
      const x = 10 + column * wide + thickness + ((wide - thickness - digit.width) >> 1);
      put(digits, digit, x, 10 + row * high + thickness + ((high - thickness - height) >> 1));
    }
  }
  return { digits, print };
}

Deno.test("erasePrint() leaves each digit of a table of many cells, from 14 to 60 pixels high", () => {
  const rng = rngFromSeed(1);
  for (const height of [14, 16, 20, 26, 34, 46, 60]) {
    for (const size of [[1, 6], [2, 2], [3, 5], [6, 9]] as const) {
      const { digits, print } = table(rng, height, size);
      const ink = together(digits, print);
      const { left, cells } = erasePrint(ink);
      const { kept, added } = comparison(digits, left);
      const message = `${size.join(" × ")} cells, digits of ${height} pixels`;
      assertGreater(kept, 0.97, message);
      assertLess(added, 0.03, message);
      assertEquals(cells.length, size[0] + size[1] + 2, message);
    }
  }
});

Deno.test("erasePrint() leaves the digits of a table that go beyond their cells", () => {
  const rng = rngFromSeed(2);
  for (let round = 0; round < 60; round++) {
    const { digits, print } = table(rng, 30 + rng.integer(20), [2, 4]);
    // In place of two digits, a 1 that goes through the rule between the two rows.
    const [wide, high] = [(digits.width - 24) / 4, (digits.height - 24) / 2];
    const left = 10 + wide * rng.integer(4);
    for (let y = 0; y < digits.height; y++) {
      digits.pixels.fill(0, y * digits.width + left, y * digits.width + left + wide);
    }
    const x = left + wide * rng.between(0.4, 0.6);
    drawLine(digits, [x, 0.75 * high], [x - 0.1 * wide, 1.4 * high], high / 14);
    const { kept, added } = erased(digits, print);
    assertGreater(kept, 0.93, `round ${round}`);
    assertLess(added, 0.1, `round ${round}`);
  }
});

/** A row of digits, the dividers between them, and at which height the digits stand. */
function comb(
  rng: Rng,
  height: number,
  { above, below }: { readonly above: number; readonly below: number },
): { readonly digits: InkImage; readonly print: InkImage; readonly bottom: number } {
  const count = 4 + rng.integer(5);
  const wide = Math.round(1.7 * height);
  const digits = inkImage(count * wide + 20, height + above + below);
  const print = inkImage(digits.width, digits.height);
  for (let k = 0; k < count; k++) {
    const digit = narrowDigit(rng, height, wide - 12);
    put(digits, digit, 10 + k * wide + ((wide - digit.width) >> 1), above);
  }
  for (let k = 1; k < count; k++) {
    fill(print, [10 + k * wide, Math.round(above / 2)], [
      2,
      height + Math.round(above / 2 + below / 2),
    ]);
  }
  return { digits, print, bottom: height + above + Math.round(below / 2) };
}

Deno.test("erasePrint() takes the dividers of a comb away: free, on a foot, or cut off by the edges", () => {
  const rng = rngFromSeed(3);
  for (let round = 0; round < 20; round++) {
    const height = 24 + rng.integer(36);
    const margin = Math.round(height * rng.between(0.5, 0.7));
    const free = comb(rng, height, { above: margin, below: margin });
    const bare = erased(free.digits, free.print);
    assertGreater(bare.kept, 0.97, `free, round ${round}`);
    assertLess(bare.added, 0.03, `free, round ${round}`);

    const { digits, print, bottom } = comb(rng, height, { above: margin, below: margin });
    fill(print, [10, bottom - 2], [print.width - 20, 2]);
    const footed = erased(digits, print);
    assertGreater(footed.kept, 0.95, `on a foot, round ${round}`);
    assertLess(footed.added, 0.05, `on a foot, round ${round}`);

    const cut = comb(rng, height, { above: margin, below: margin });
    const isBar = cut.print.pixels.slice(margin * cut.print.width, (margin + 1) * cut.print.width);
    for (let y = 0; y < cut.print.height; y++) cut.print.pixels.set(isBar, y * cut.print.width);
    const edged = erased(cut.digits, cut.print);
    assertGreater(edged.kept, 0.95, `cut off, round ${round}`);
    assertLess(edged.added, 0.05, `cut off, round ${round}`);
  }
});

Deno.test("erasePrint() takes ruled paper and underlines away, and leaves the digits above them", () => {
  const rng = rngFromSeed(4);
  for (let round = 0; round < 20; round++) {
    const height = 26 + rng.integer(24);
    const pitch = Math.round(1.8 * height);
    const rows = 1 + rng.integer(4);
    const digits = inkImage(9 * height, pitch * (rows + 1));
    const print = inkImage(digits.width, digits.height);
    const [from, to] = rows === 1 ? [0.4 * height, 8.4 * height] : [-9, print.width + 9];
    for (let row = 1; row <= rows; row++) {
      drawLine(print, [from, pitch * row], [to, pitch * row + rng.between(-2, 2)], 2);
      for (let k = 0; k < 4; k++) {
        const y = Math.round(pitch * row - 1.25 * height);
        put(digits, writtenDigit(rng, height), Math.round((1 + 1.6 * k) * height), y);
      }
    }
    const { kept, added } = erased(digits, print);
    assertGreater(kept, 0.97, `round ${round}`);
    assertLess(added, 0.08, `round ${round}`);
  }
});

Deno.test("erasePrint() never takes a stroke of a lone digit of straight strokes, whatever its size", () => {
  const rng = rngFromSeed(5);
  for (const label of straightDigits.filter((label) => label > 0)) {
    for (let round = 0; round < 60; round++) {
      const height = 14 + rng.integer(180);
      const shape = {
        height,
        width: Math.max(8, Math.round(height * rng.between(0.4, 0.9))),
        stroke: Math.max(1.5, height * rng.between(0.04, 0.15)),
        // A bare line from edge to edge may be print.
        margin: label === 1
          ? Math.ceil(0.08 * height)
          : rng.integer(3) * rng.integer(1 + (height >> 3)),
      };
      const digit = straightDigit(label, shape);
      const message = `a ${label}: ${JSON.stringify(shape)}`;
      assertEquals(erasePrint(digit).left, digit, message);
    }
  }
});

Deno.test("erasePrint() leaves a 1 that was cut out tightly, alone or beside digits", () => {
  const rng = rngFromSeed(6);
  for (let round = 0; round < 40; round++) {
    const height = 40 + rng.integer(60);
    const stroke = Math.max(3, Math.round(height * rng.between(0.06, 0.14)));
    const lone = inkImage(3 * stroke, height);
    drawLine(lone, [1.5 * stroke, 0], [1.5 * stroke, height], stroke);
    assertEquals(erasePrint(lone).left, lone);
    const row = inkImage(3 * height, height);
    drawLine(row, [stroke / 2, 0], [stroke / 2, height], stroke);
    put(row, narrowDigit(rng, height, height), Math.round(0.4 * height), 0);
    put(row, writtenDigit(rng, height, [2, 3, 8][rng.integer(3)]), Math.round(1.6 * height), 0);
    assertGreater(comparison(row, erasePrint(row).left).kept, 0.97, `round ${round}`);
  }
});

Deno.test("erasePrint() takes shadows, bars and strips along the edges away, and says where they were", () => {
  const rng = rngFromSeed(7);
  for (let round = 0; round < 30; round++) {
    const height = 30 + rng.integer(30);
    const digits = inkImage(7 * height, 5 * height);
    for (let k = 0; k < 4; k++) {
      put(digits, writtenDigit(rng, height), Math.round((0.5 + 1.5 * k) * height), height);
    }
    const print = inkImage(digits.width, digits.height);
    const kind = round % 3;
    const y = Math.round(2.8 * height);
    if (kind === 0) {
      drawLine(print, [2 * height, y + height], [4 * height, y + height], 1.4 * height);
    }
    if (kind === 1) fill(print, [height, y], [3 * height, height]);
    if (kind === 2) fill(print, [0, digits.height - 12], [digits.width, 12]);
    const { left, objects, mask: maskOf } = erasePrint(together(digits, print));
    const mask = maskOf();
    const { kept, added } = comparison(digits, left);
    assertGreater(kept, 0.97, `round ${round}`);
    assertLess(added, 0.02, `round ${round}`);
    assertEquals(objects.length, 1);
    assert(print.pixels.every((level, i) => level < 128 || mask[i] === 255));
  }
});

Deno.test("erasePrint() masks the print and nothing far from it", () => {
  const rng = rngFromSeed(8);
  for (let round = 0; round < 10; round++) {
    const { digits, print } = table(rng, 40, [2, 3]);
    const mask = erasePrint(together(digits, print)).mask();
    assert(print.pixels.every((level, i) => level === 0 || mask[i] === 255));
    const cores = digits.pixels.filter((level, i) => level === 255 && mask[i] === 0).length;
    assertGreater(cores / digits.pixels.filter((level) => level === 255).length, 0.97);
  }
});
