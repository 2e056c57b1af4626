import { assertEquals } from "../../support/assert.ts";
import { inkOf } from "../../support/shapes.ts";
import { singleDigitInk } from "@lib/predict/segment/single_digit_ink.ts";

Deno.test("singleDigitInk() offers all ink first, then less of what lies off", () => {
  const image = inkOf(
    "#...........",
    "#....####...",
    "#....#......",
    "#....###....",
    "#......#....",
    ".....###....",
    "............",
    "............",
    "..........#.",
    "............",
  );
  const boxes = singleDigitInk(image).map(({ box }) => [box.x, box.y, box.width, box.height]);
  // All; without the stroke that runs off the edge; without the dot far below.
  assertEquals(boxes, [[0, 0, 11, 9], [5, 1, 6, 8], [5, 1, 4, 5]]);
});

Deno.test("singleDigitInk() keeps the parts of a broken digit together", () => {
  const [all, ...other] = singleDigitInk(inkOf(".####.", ".#....", "......", "...##.", ".###.."));
  assertEquals(all.box, { x: 1, y: 0, width: 4, height: 5 });
  assertEquals(other.length, 1); // the larger part alone
});

Deno.test("singleDigitInk() has nothing to offer without ink", () => {
  assertEquals(singleDigitInk(inkOf("..", "..")), []);
});
