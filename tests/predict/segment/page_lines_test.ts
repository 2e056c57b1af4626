import { assertEquals, assertThrows } from "../../support/assert.ts";
import { inkOf } from "../../support/shapes.ts";
import { pageLines } from "@lib/predict/segment/page_lines.ts";
import { inkImage } from "@lib/image/ink_image.ts";
import { type Writing, writingOf } from "@lib/preprocess/writing/writing.ts";

const page = writingOf(inkOf(
  "..................",
  ".####...####...##.",
  ".#..#..#....#...#.",
  ".#..#......#....#.",
  ".#..#.....#.....#.",
  ".#..#....#......#.",
  ".#..#...#.......#.",
  ".#..#..#........#.",
  ".####..######...#.",
  "..................",
  "..................",
  "...#....####......",
  "...#....#.........",
  "...#....#.........",
  "...#....###.......",
  "...#.......#......",
  "...#.......#......",
  "...#....#..#......",
  "...#....###.......",
));

Deno.test("pageLines() gives the marks line by line, and the writing's height", () => {
  const { lines, height } = pageLines(page);
  assertEquals(lines.map(({ marks }) => marks.map(({ box }) => box.x)), [[1, 7, 15], [3, 8]]);
  assertEquals(height, 8);
});

Deno.test("pageLines() finds nothing on blank paper, nor in writing too small to read", () => {
  assertEquals(pageLines(writingOf(inkOf("...", "..."))), { lines: [], height: 0 });
  assertEquals(pageLines(writingOf(inkOf("#.#.#", "#.#.#"))).lines, []);
});

/** A page with ink where a test says so. */
function patterned(side: number, isInk: (x: number, y: number) => boolean): Writing {
  const pixels = Uint8Array.from({ length: side * side }, (_, i) => {
    return isInk(i % side, Math.floor(i / side)) ? 255 : 0;
  });
  return writingOf(inkImage(side, side, pixels));
}

Deno.test("pageLines() refuses a page full of marks", () => {
  const marks = patterned(500, (x, y) => x % 8 < 2 && y % 10 < 8);
  assertThrows(() => pageLines(marks), RangeError, "room for 3150 digits, wanted at most 2000");
});

Deno.test("pageLines() counts wide marks as the digits that have room in them", () => {
  const bars = patterned(500, (x, y) => x % 250 < 240 && y % 10 < 8);
  assertThrows(() => pageLines(bars), RangeError, "room for 3000 digits, wanted at most 2000");
});

Deno.test("pageLines() refuses marks that lie over each other all over the page", () => {
  const stripes = patterned(800, (x, y) => (x + y) % 40 < 12);
  assertThrows(() => pageLines(stripes), RangeError, "megapixels, wanted at most 6");
  const few = patterned(800, (x, y) => (x + y) % 400 < 12); // the one in the corner is a speck
  assertEquals(pageLines(few).lines.flatMap((line) => line.marks).length, 3);
});
