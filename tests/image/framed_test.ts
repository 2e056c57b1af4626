import { assertEquals } from "../support/assert.ts";
import { framed } from "@lib/image/framed.ts";
import { inkOf } from "../preprocess/imitate/shapes.ts";

const none = { left: 0, right: 0, top: 0, bottom: 0 };
const ink = inkOf("#.+", ".#.");

Deno.test("framed() adds paper on each side by itself", () => {
  assertEquals(
    framed(ink, { left: 1, right: 0, top: 0, bottom: 2 }),
    inkOf(".#.+", "..#.", "....", "...."),
  );
  assertEquals(framed(ink, { ...none, right: 2, top: 1 }), inkOf(".....", "#.+..", ".#..."));
});

Deno.test("framed() cuts off where a margin is negative", () => {
  assertEquals(framed(ink, { ...none, left: -1 }), inkOf(".+", "#."));
  assertEquals(framed(ink, { ...none, right: -1, bottom: -1 }), inkOf("#."));
  assertEquals(framed(ink, { ...none, top: -1, bottom: 1 }), inkOf(".#.", "..."));
});

Deno.test("framed() leaves one pixel of paper where everything is cut off", () => {
  assertEquals(framed(ink, { left: -4, right: 0, top: 0, bottom: -5 }), inkOf("."));
});
