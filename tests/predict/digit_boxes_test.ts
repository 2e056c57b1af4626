import { assertEquals } from "../support/assert.ts";
import { drawing } from "../support/drawing.ts";
import { digitBoxes } from "@lib/predict/digit_boxes.ts";

const page = drawing(
  "..........................",
  ".####...........##....##..",
  ".#..#..####......#....##..",
  ".#..#.....#......#.....#..",
  ".#..#....#.......#.....#..",
  ".####....#..#....#........",
  "...................##.....",
  "..........................",
  "##########################",
  "..........................",
  "...#...........####.......",
  "...#....##.....#..........",
  "...#....#......###........",
  "...#....#........#........",
  "...#..###......###........",
);

Deno.test("digitBoxes() gives lines of digits, without rules and separators", () => {
  const lines = digitBoxes(page).map((line) => line.map(({ box: { x, y } }) => [x, y]));
  assertEquals(lines, [[[1, 1], [7, 2], [16, 1], [22, 1]], [[3, 10], [6, 11], [15, 10]]]);
});

Deno.test("digitBoxes() cuts out a digit's own ink, not a neighbour's in the same box", () => {
  const leaning = drawing(
    "#####.....#",
    "....#....##",
    "....#...##.",
    "....#..##..",
    "....#.##...",
    "......##...",
  );
  const [[seven, slash]] = digitBoxes(leaning);
  assertEquals(seven.box, { x: 0, y: 0, width: 5, height: 5 });
  assertEquals(seven.ink.pixels.filter((level) => level > 0).length, 9);
  assertEquals(slash.box, { x: 6, y: 0, width: 5, height: 6 });
  const overlapping = drawing("####...", "#......", "#..####", "#..#..#", "#..####");
  const [[corner]] = digitBoxes(overlapping);
  assertEquals(corner.ink.pixels.filter((level) => level > 0).length, 8);
});

Deno.test("digitBoxes() keeps the soft edges of a digit", () => {
  const pixels = Uint8Array.of(0, 20, 255, 20, 0, 0, 20, 255, 20, 0, 0, 20, 255, 20, 0);
  const [[digit]] = digitBoxes({ width: 5, height: 3, pixels });
  assertEquals(digit.box, { x: 2, y: 0, width: 1, height: 3 });
});

Deno.test("digitBoxes() finds nothing on a blank sheet", () => {
  assertEquals(digitBoxes(drawing("...", "...")), []);
});
