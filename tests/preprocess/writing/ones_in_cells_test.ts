import { rngFromSeed } from "@lib/base/rng.ts";
import { drawLine } from "@lib/image/draw_line.ts";
import { inkImage } from "@lib/image/ink_image.ts";
import { erasePrint } from "@lib/preprocess/writing/erase_print.ts";
import { assertGreater, assertLess } from "../../support/assert.ts";
import { comparison, fill, put, together, writtenDigit } from "../../support/drawn_page.ts";

Deno.test("erasePrint() leaves ones by themselves in closed cells, however much higher than the digits between", () => {
  for (let seed = 0; seed < 40; seed++) {
    const rng = rngFromSeed(seed);
    const height = Math.round(rng.between(24, 60));
    const [cellWidth, cellHeight] = [Math.round(1.4 * height), Math.round(1.5 * height)];
    const pattern = ["101", "10101", "1001", "11011"][seed % 4];
    const [margin, pen] = [10, Math.round(rng.between(1, 3))];
    const size = { width: pattern.length * cellWidth, height: cellHeight };
    const digits = inkImage(size.width + 2 * margin, size.height + 2 * margin);
    const print = inkImage(digits.width, digits.height);
    for (const y of [margin, margin + cellHeight]) {
      fill(print, [margin, y], [size.width + pen, pen]);
    }
    for (let k = 0; k <= pattern.length; k++) {
      fill(print, [margin + k * cellWidth, margin], [pen, cellHeight]);
    }
    [...pattern].forEach((digit, k) => {
      const [x, y] = [margin + (k + 0.5) * cellWidth, margin + cellHeight / 2];
      if (digit === "1") {
        const lean = rng.between(-0.05, 0.1) * height;
        drawLine(digits, [x + lean, y - height / 2], [x - lean, y + height / 2], rng.between(2, 4));
      } else {
        const zero = writtenDigit(rng, Math.round(height * rng.between(0.7, 0.82)), 0);
        put(digits, zero, Math.round(x - zero.width / 2), Math.round(y - zero.height / 2));
      }
    });
    const { kept } = comparison(digits, erasePrint(together(digits, print)).left);
    assertGreater(kept, 0.95, `${pattern}, seed ${seed}`);
  }
});

Deno.test("erasePrint() erases the dividers of a comb, though a frame closes around all of it", () => {
  for (let seed = 0; seed < 40; seed++) {
    const rng = rngFromSeed(100 + seed);
    const height = Math.round(rng.between(30, 60));
    const [pitch, places] = [Math.round(1.2 * height), 3 + seed % 3];
    const [margin, pen] = [10, Math.round(rng.between(1, 3))];
    const size = { width: places * pitch, height: 2 * height };
    const digits = inkImage(size.width + 2 * margin, size.height + 2 * margin);
    const print = inkImage(digits.width, digits.height);
    for (const y of [0, size.height - pen]) {
      fill(print, [margin, margin + y], [size.width, pen]);
    }
    for (const x of [0, size.width - pen]) {
      fill(print, [margin + x, margin], [pen, size.height]);
    }
    const top = margin + Math.round(height / 2);
    for (let k = 0; k < places; k++) {
      if (k > 0) fill(print, [margin + k * pitch, top], [pen, height]);
      const digit = writtenDigit(rng, Math.round(0.7 * height), [2, 3, 5, 6, 8][rng.integer(5)]);
      const x = margin + (k + 0.5) * pitch - digit.width / 2;
      put(digits, digit, Math.round(x), top + Math.round(0.15 * height));
    }
    const { added } = comparison(digits, erasePrint(together(digits, print)).left);
    assertLess(added, 0.05, `${places} places, seed ${seed}`);
  }
});
