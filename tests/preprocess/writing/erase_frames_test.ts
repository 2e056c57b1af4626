import { assert, assertEquals, assertGreater, assertLess } from "../../support/assert.ts";
import { eraseFrames } from "@lib/preprocess/writing/erase_frames.ts";
import { connectedComponents } from "@lib/image/connected_components.ts";
import { type InkImage, inkImage } from "@lib/image/ink_image.ts";

const [width, height] = [90, 60];

function sheet(isInk: (x: number, y: number) => boolean): InkImage {
  const pixels = Uint8Array.from({ length: width * height }, (_, i) => {
    return isInk(i % width, Math.floor(i / width)) ? 255 : 0;
  });
  return inkImage(width, height, pixels);
}

function unframed(ink: InkImage): InkImage {
  return eraseFrames(ink, connectedComponents(ink, 48));
}

/** A box from (20, 10) to (59, 49), two pixels thick. */
const isFrame = (x: number, y: number): boolean => {
  const off = Math.max(Math.abs(x - 39.5), Math.abs(y - 29.5));
  return off > 18 && off < 20;
};
const isSeven = (x: number, y: number): boolean => {
  return (y > 17 && y < 22 && x > 30 && x < 48) || (x > 43 && x < 48 && y > 17 && y < 42);
};

/** Its shaft goes down through the box's lower side. */
const isLongSeven = (x: number, y: number): boolean => {
  return isSeven(x, y) || (x > 43 && x < 48 && y > 17 && y < 56);
};

/** How much of some ink there is. */
function share(ink: InkImage, isWanted: (x: number, y: number) => boolean): number {
  const wanted = sheet(isWanted).pixels;
  const total = wanted.filter((level) => level > 0).length;
  return ink.pixels.filter((level, i) => level > 127 && wanted[i] > 0).length / total;
}

for (
  const [name, isDigit] of [["inside", isSeven], ["through its side", isLongSeven]] as const
) {
  Deno.test(`eraseFrames() takes a box away, and leaves a digit ${name}`, () => {
    const left = unframed(sheet((x, y) => isFrame(x, y) || isDigit(x, y)));
    assertGreater(share(left, isDigit), 0.95);
    assertLess(share(left, (x, y) => isFrame(x, y) && !isDigit(x, y)), 0.1);
  });
}

Deno.test("eraseFrames() takes an open box away, and leaves what lies beside it", () => {
  const isOpen = (x: number, y: number): boolean => isFrame(x, y) && y > 11;
  const isDash = (x: number, y: number): boolean => x > 70 && y > 25 && y < 30;
  const ink = sheet((x, y) => isOpen(x, y) || isSeven(x, y) || isDash(x, y));
  const left = unframed(ink);
  assertLess(share(left, isOpen), 0.1);
  assertEquals([share(left, isSeven), share(left, isDash)], [1, 1]);
});

Deno.test("eraseFrames() leaves a frame that holds nothing: it may be a zero", () => {
  const zero = sheet(isFrame);
  assertEquals(unframed(zero), zero);
});

Deno.test("eraseFrames() leaves digits without a box as they are", () => {
  for (const isDigit of [isSeven, isLongSeven, (x: number, y: number) => x > 30 && y > 20]) {
    const ink = sheet(isDigit);
    assert(unframed(ink) === ink);
  }
});

Deno.test("eraseFrames() takes boxes of three sides away, whichever is missing, and none of two", () => {
  const isMissing: Record<string, (x: number, y: number) => boolean> = {
    top: (_, y) => y < 13,
    bottom: (_, y) => y > 46,
    left: (x) => x < 23,
    right: (x) => x > 56,
  };
  for (const [side, isGone] of Object.entries(isMissing)) {
    const isOpen = (x: number, y: number): boolean => isFrame(x, y) && !isGone(x, y);
    const ink = sheet((x, y) => isOpen(x, y) || isSeven(x, y));
    assertLess(share(unframed(ink), isOpen), 0.1, side);
  }
  const isCorner = (x: number, y: number): boolean => isFrame(x, y) && y > 12 && x > 22;
  const corner = sheet((x, y) => isCorner(x, y) || isSeven(x, y));
  assert(unframed(corner) === corner);
});

Deno.test("eraseFrames() takes dust for nothing written, a small 1 for something", () => {
  // The frame has 304 pixels; 8 % of them are 24.
  const left = (rows: number): number => {
    const isMark = (x: number, y: number): boolean => x > 38 && x < 42 && y >= 20 && y < 20 + rows;
    const ink = sheet((x, y) => isFrame(x, y) || isMark(x, y));
    return share(unframed(ink), isFrame);
  };
  assertEquals(left(4), 1);
  assertLess(left(12), 0.1);
});

Deno.test("eraseFrames() takes the soft edges of a box with it", () => {
  const ink = sheet((x, y) => isFrame(x, y) || isSeven(x, y));
  for (let x = 20; x < 60; x++) ink.pixels[12 * width + x] ||= 30;
  const { pixels } = unframed(ink);
  assertEquals(pixels[12 * width + 35], 0);
});

type Shape = (x: number, y: number) => boolean;

/** A shape of the square around the box, turned by quarters of a full turn. */
function turned(shape: Shape, quarters: number): Shape {
  if (quarters === 0) return shape;
  return turned((x, y) => shape(y + 10, 69 - x), quarters - 1);
}

/** Whether the drawing of a box and what is in it, turned all four ways, loses its box each time, or
 * never. */
function erased(box: Shape, content: Shape): boolean {
  const each = [0, 1, 2, 3].map((quarters) => {
    const [side, digit] = [turned(box, quarters), turned(content, quarters)];
    const ink = sheet((x, y) => side(x, y) || digit(x, y));
    const left = unframed(ink);
    if (left === ink) return false;
    assertLess(share(left, side), 0.2);
    return true;
  });
  assertEquals(new Set(each).size, 1, `the four turns differ: ${each}`);
  return each[0];
}

/** A stroke in the middle of the box, down to a row. */
const strokeTo = (last: number): Shape => (x, y) => x > 36 && x < 42 && y > 24 && y <= last;

Deno.test("eraseFrames() finds a side in the outer 12 % of its box, on each of the four sides", () => {
  // The right side goes on above the upper one: of 44 or 45 rows, the band has 5.
  const above = (rows: number): Shape => (x, y) => {
    const isRight = x > 57 && x < 60 && y >= 10 - rows && y < 50;
    return isRight || (isFrame(x, y) && x > 21);
  };
  assert(erased(above(4), strokeTo(40)));
  assert(!erased(above(5), strokeTo(40)));
});

Deno.test("eraseFrames() takes away a box of three sides that are one pixel thick", () => {
  const isThin: Shape = (x, y) => {
    const off = Math.max(Math.abs(x - 39.5), Math.abs(y - 29.5));
    return off === 19.5 && y > 10;
  };
  assert(erased(isThin, strokeTo(40)));
});

Deno.test("eraseFrames() counts what stands on the open side of a box as written in it", () => {
  const isOpen: Shape = (x, y) => isFrame(x, y) && y < 48;
  assert(erased(isOpen, strokeTo(47)));
});
