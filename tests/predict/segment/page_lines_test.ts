import { assertEquals, assertThrows } from "../../support/assert.ts";
import { gridOfRules } from "../../support/grid_of_rules.ts";
import { inkOf } from "../../support/shapes.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
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

Deno.test("pageLines() keeps the cells of a row together, between the lines above and below", () => {
  const rng = rngFromSeed(91);
  for (let i = 0; i < 20; i++) {
    const page = inkImage(400, 330);
    const bar = (x: number, y: number): void => {
      for (let row = 0; row < 30; row++) {
        page.pixels.fill(255, (y + row) * 400 + x, (y + row) * 400 + x + 6);
      }
    };
    [60, 90, 200].forEach((x) => bar(x, 20 + rng.integer(6)));
    // In each cell the writing stands higher or lower.
    const rows = [0, 1, 2].map((row) => [0, 1, 2].filter(() => rng.uniform() < 0.7 || row === 1));
    rows.forEach((cells, row) =>
      cells.forEach((cell) => bar(70 + 120 * cell, 85 + 60 * row + rng.integer(20)))
    );
    [60, 90].forEach((x) => bar(x, 280 + rng.integer(6)));
    const { upright, lying } = gridOfRules([20, 140, 260, 380], [80, 140, 200, 260]);
    const { lines } = pageLines(writingOf(page, { cells: [...upright, ...lying] }));
    const places = lines.map(({ cells, marks }) => cells ? [cells.row, cells.first] : marks.length);
    assertEquals(places, [3, ...rows.flatMap((cells, row) => cells.map((cell) => [row, cell])), 2]);
  }
});
