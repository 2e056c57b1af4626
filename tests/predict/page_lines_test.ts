import { assertEquals, assertThrows } from "../support/assert.ts";
import { drawing } from "../support/drawing.ts";
import { pageLines } from "@lib/predict/page_lines.ts";
import type { GreyImage } from "@lib/preprocess/grey_image.ts";

const page = drawing(
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
);

Deno.test("pageLines() gives the marks line by line, and the writing's height", () => {
  const { lines, height } = pageLines(page);
  assertEquals(lines.map((line) => line.map(({ box }) => box.x)), [[1, 7, 15], [3, 8]]);
  assertEquals(height, 8);
});

Deno.test("pageLines() finds nothing on blank paper, nor in writing too small to read", () => {
  assertEquals(pageLines(drawing("...", "...")), { lines: [], height: 0 });
  assertEquals(pageLines(drawing("#.#.#", "#.#.#")).lines, []);
});

Deno.test("pageLines() refuses a page full of marks", () => {
  const [width, height] = [500, 500];
  const pixels = Uint8Array.from({ length: width * height }, (_, i) => {
    return i % width % 8 < 2 && Math.floor(i / width) % 10 < 8 ? 255 : 0;
  });
  const marks: GreyImage = { width, height, pixels };
  assertThrows(() => pageLines(marks), RangeError, "found 3150 marks, wanted at most 2000");
});
