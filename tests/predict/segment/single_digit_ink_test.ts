import { assertEquals } from "../../support/assert.ts";
import { inkOf } from "../../support/shapes.ts";
import { type Box, boxAround } from "@lib/image/box.ts";
import { type InkImage, inkImage } from "@lib/image/ink_image.ts";
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

/** A page of 100 × 80 with solid marks; the ink of each is the area of its box. */
function sheet(...marks: readonly Box[]): InkImage {
  const ink = inkImage(100, 80);
  for (const { x, y, width, height } of marks) {
    for (let row = y; row < y + height; row++) {
      ink.pixels.fill(255, row * 100 + x, row * 100 + x + width);
    }
  }
  return ink;
}

const middle: Box = { x: 40, y: 24, width: 20, height: 32 };
const boxesOf = (...marks: readonly Box[]): Box[] =>
  singleDigitInk(sheet(...marks)).map(({ box }) => box);

Deno.test("singleDigitInk() offers to leave out what runs off any edge", () => {
  const edges = [
    { x: 0, y: 30, width: 8, height: 8 },
    { x: 92, y: 30, width: 8, height: 8 },
    { x: 45, y: 0, width: 8, height: 8 },
    { x: 45, y: 72, width: 8, height: 8 },
  ];
  for (const edge of edges) {
    const near = { x: 62, y: 50, width: 6, height: 6 };
    assertEquals(boxesOf(middle, edge, near), [
      boxAround([middle, edge, near]),
      boxAround([middle, near]),
      middle,
    ]);
  }
  for (const inside of [{ x: 1, y: 1 }, { x: 91, y: 71 }, { x: 1, y: 71 }]) {
    const mark = { ...inside, width: 8, height: 8 };
    assertEquals(boxesOf(middle, mark), [boxAround([middle, mark]), middle]); // far, but not cut off
  }
});

Deno.test("singleDigitInk() keeps what is closer than a quarter of the largest mark on every side", () => {
  const around = (gap: number): Box[] => [
    { x: 60 + gap, y: 30, width: 6, height: 6 },
    { x: 34 - gap, y: 30, width: 6, height: 6 },
    { x: 45, y: 56 + gap, width: 6, height: 6 },
    { x: 45, y: 18 - gap, width: 6, height: 6 },
  ];
  const other = { x: 2, y: 70, width: 6, height: 6 }; // far away
  around(8).forEach((near) => {
    const choices = boxesOf(middle, near, other);
    assertEquals(choices, [boxAround([middle, near, other]), boxAround([middle, near]), middle]);
  });
  around(9).forEach((far) => {
    assertEquals(boxesOf(middle, far, other), [boxAround([middle, far, other]), middle]);
  });
});

Deno.test("singleDigitInk() takes a mark in the middle rather than one with a little more ink aside", () => {
  const aside = (x: number, y: number): Box => ({ x, y, width: 20, height: 34 });
  for (const [x, y] of [[2, 24], [78, 24]]) {
    assertEquals(boxesOf(middle, aside(x, y)).at(-1), middle);
  }
  const low = { x: 40, y: 58, width: 32, height: 21 };
  assertEquals(boxesOf({ ...middle, y: 20, height: 32 }, low).at(-1), { ...middle, y: 20 });
  const large = { x: 2, y: 4, width: 34, height: 70 }; // three times the ink
  assertEquals(boxesOf(middle, large).at(-1), large);
});

Deno.test("singleDigitInk() overlooks specks", () => {
  const speck = { x: 70, y: 40, width: 4, height: 3 }; // 12 of 640 pixels
  assertEquals(boxesOf(middle, speck), [middle]);
  assertEquals(boxesOf(middle, { ...speck, width: 5 }).length, 2);
});
