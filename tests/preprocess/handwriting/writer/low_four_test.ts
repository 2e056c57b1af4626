import { assertEquals } from "../../../support/assert.ts";
import { lowFour } from "@lib/preprocess/handwriting/writer/low_four.ts";
import { inkOf } from "../../../support/shapes.ts";

const open = inkOf("....#.", "#...#.", "#...#.", "#...#.", "#...#.", "######", "....#.", "....#.");

Deno.test("lowFour() takes the upper part of the right stroke away", () => {
  assertEquals(
    lowFour(open, 0.6, 0),
    inkOf("......", "#.....", "#.....", "#...#.", "#...#.", "######", "....#.", "....#."),
  );
});

Deno.test("lowFour() leaves the bar and what is below", () => {
  assertEquals(
    lowFour(open, 1, 0),
    inkOf("......", "#.....", "#.....", "#.....", "#.....", "######", "....#.", "....#."),
  );
});

Deno.test("lowFour() leaves a closed 4 as it is", () => {
  const closed = inkOf("..###.", ".#..#.", "######", "....#.");
  assertEquals(lowFour(closed, 0.5, 0.5), closed);
});

Deno.test("lowFour() shortens the right stroke below the bar", () => {
  const stem = Array<string>(8).fill("....#.");
  const long = inkOf("#...#.", "#...#.", "#...#.", "######", ...stem);
  const { height, pixels } = lowFour(long, 0, 0.8);
  assertEquals(height, 8);
  assertEquals(pixels, long.pixels.slice(0, pixels.length));
});
