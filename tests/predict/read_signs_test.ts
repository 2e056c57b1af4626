import { assertAlmostEquals, assertEquals, assertLess } from "../support/assert.ts";
import { drawHand, height, writeLine } from "../support/drawn_line.ts";
import { answerOf, fakeModel } from "../support/fake_model.ts";
import { initBackend } from "@lib/backend/backend.ts";
import { type Rng, rngFromSeed } from "@lib/base/rng.ts";
import type { Box } from "@lib/image/box.ts";
import type { BoxedInk } from "@lib/image/boxed_ink.ts";
import { drawLine } from "@lib/image/draw_line.ts";
import { inkImage } from "@lib/image/ink_image.ts";
import { overlay } from "@lib/image/overlay.ts";
import { readLines } from "@lib/predict/read_lines.ts";
import { writtenText } from "@lib/predict/read_line.ts";
import { type Writing, writingOf } from "@lib/preprocess/writing/writing.ts";

await initBackend("wasm");

/** A model that is sure of any mark that it is digit 7. */
const { model: sure } = fakeModel(() => answerOf(7, 0.99, 0.005));

/** A model that is sure of what is as broad as a drawn 0 or 8, not of a sign with a digit or alone, nor of a
 * block. */
const { model: careful } = fakeModel(({ aspect, area }) => {
  return aspect > 0.45 && aspect < 0.62 && area < 180
    ? answerOf(7, 0.99, 0.005)
    : answerOf(7, 0.005, 0.99);
});

/** Marks on a page. */
function pageOf(
  marks: readonly BoxedInk[],
  draw: (page: Writing["ink"]) => void = () => {},
): Writing {
  const { box, ink } = overlay(marks);
  const page = inkImage(box.x + box.width + 80, box.y + box.height + 40);
  for (let y = 0; y < box.height; y++) {
    const row = ink.pixels.subarray(y * box.width, (y + 1) * box.width);
    page.pixels.set(row, (box.y + y) * page.width + box.x);
  }
  draw(page);
  return writingOf(page);
}

function digitsOf(count: number, rng: Rng): string {
  return Array.from({ length: count }, () => "08"[rng.integer(2)]).join("");
}

Deno.test("readLines() gives the slashes of a date with their places, and no digits for them", async () => {
  const rng = rngFromSeed(93);
  for (let i = 0; i < 20; i++) {
    const pattern = [[2, 2, 4], [1, 2, 2], [4, 2, 2]][i % 3];
    const slash = () => ({ lean: rng.between(0.55, 0.8), size: rng.between(1.1, 1.3) });
    const text = pattern.map((count) => digitsOf(count, rng)).join("/");
    const marks = writeLine(text, drawHand(rng), rng, slash);
    const [line, ...more] = await readLines(sure, pageOf(marks));
    assertEquals(more, []);
    assertEquals(writtenText(line), text.replace(/\d/g, "7"));
    assertEquals(line.rejected, []);
    const slashes = marks.filter((_, k) => text[k] === "/").map(({ box }) => box);
    line.separators.forEach(({ box }, k) => assertNear(box, slashes[k]));
    const digits = marks.filter((_, k) => text[k] !== "/").map(({ box }) => box);
    line.digits.forEach(({ box }, k) => assertNear(box, digits[k]));
  }
});

/** The faint edge of a stroke is no part of a mark, and boxes of digits come back from the upright line. */
function assertNear(found: Box, wanted: Box): void {
  for (const side of ["x", "y", "width", "height"] as const) {
    assertAlmostEquals(found[side], wanted[side], 3);
  }
}

Deno.test("readLines() gives the points and commas of amounts", async () => {
  const rng = rngFromSeed(94);
  for (let i = 0; i < 20; i++) {
    const before = 1 + rng.integer(4);
    const marks = writeLine(digitsOf(before + 2, rng), { lean: 0, pen: 3 }, rng, () => {
      return { lean: 0, size: 1 };
    }).map(({ box, ink }, k) => ({ ink, box: { ...box, x: box.x + (k < before ? 0 : 20) } }));
    const { box } = marks[before - 1];
    const [x, foot] = [box.x + box.width + 10, box.y + box.height];
    const isComma = i % 2 === 0;
    const page = pageOf(marks, (sheet) => {
      drawLine(sheet, [x + 2, foot - 4], isComma ? [x - 2, foot + 10] : [x + 2, foot - 3], 5);
    });
    const [line] = await readLines(careful, page);
    const sign = isComma ? "," : ".";
    assertEquals(writtenText(line), `${"7".repeat(before)}${sign}77`);
    assertEquals(line.rejected, []);
    assertAlmostEquals(line.confidence, line.digits.reduce((all, one) => all * one.confidence, 1));
  }
});

Deno.test("readLines() is not sure of a number beside which it left a mark of a digit's size out", async () => {
  const rng = rngFromSeed(95);
  for (let i = 0; i < 20; i++) {
    const text = digitsOf(3 + rng.integer(3), rng);
    const marks = writeLine(text, { lean: 0, pen: 3 }, rng, () => ({ lean: 0, size: 1 }));
    const plain = await readLines(careful, pageOf(marks));
    assertEquals([plain.length, plain[0].rejected], [1, []]);
    assertLess(0.9, plain[0].confidence);
    const last = marks.at(-1)!.box;
    const blot = { x: last.x + last.width + 6 + rng.integer(12), y: last.y, width: 32, height };
    const blotted = pageOf(marks, (sheet) => {
      for (let y = blot.y; y < blot.y + height; y++) {
        sheet.pixels.fill(255, y * sheet.width + blot.x, y * sheet.width + blot.x + blot.width);
      }
    });
    const [line] = await readLines(careful, blotted);
    assertEquals(line.digits.length, text.length);
    assertEquals(line.rejected, [{ box: blot, why: "no digit" }]);
    assertLess(line.confidence, 0.9);
  }
});

Deno.test("readLines() reads no number in stripes, however sure the model is of each", async () => {
  const rng = rngFromSeed(96);
  for (let i = 0; i < 10; i++) {
    const [pitch, count] = [20 + rng.integer(20), 4 + rng.integer(4)];
    const page = inkImage(40 + pitch * count, 100);
    for (let k = 0; k < count; k++) drawLine(page, [30 + pitch * k, 30], [30 + pitch * k, 70], 4);
    const lines = await readLines(sure, writingOf(page));
    assertEquals(lines.flatMap(({ digits }) => digits), []);
    assertEquals(lines.flatMap(({ rejected }) => rejected).length, count);
  }
});
