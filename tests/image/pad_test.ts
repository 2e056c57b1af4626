import { assertEquals } from "../support/assert.ts";
import { inkOf } from "../support/shapes.ts";
import { pad } from "@lib/image/pad.ts";

Deno.test("pad() adds paper on all sides", () => {
  assertEquals(pad(inkOf("##"), 1), inkOf("....", ".##.", "...."));
});

const none = { left: 0, right: 0, top: 0, bottom: 0 };
const ink = inkOf("#.+", ".#.");

Deno.test("pad() adds paper on each side by itself", () => {
  assertEquals(
    pad(ink, { left: 1, right: 0, top: 0, bottom: 2 }),
    inkOf(".#.+", "..#.", "....", "...."),
  );
  assertEquals(pad(ink, { ...none, right: 2, top: 1 }), inkOf(".....", "#.+..", ".#..."));
});

Deno.test("pad() cuts off where a margin is negative", () => {
  assertEquals(pad(ink, { ...none, left: -1 }), inkOf(".+", "#."));
  assertEquals(pad(ink, { ...none, right: -1, bottom: -1 }), inkOf("#."));
  assertEquals(pad(ink, { ...none, top: -1, bottom: 1 }), inkOf(".#.", "..."));
});

Deno.test("pad() leaves one pixel of paper where everything is cut off", () => {
  assertEquals(pad(ink, { left: -4, right: 0, top: 0, bottom: -5 }), inkOf("."));
});
