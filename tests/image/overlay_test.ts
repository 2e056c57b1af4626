import { assertEquals } from "../support/assert.ts";
import { inkOf } from "../support/shapes.ts";
import { type BoxedInk, boxedInk } from "@lib/image/boxed_ink.ts";
import { overlay } from "@lib/image/overlay.ts";

function piece(x: number, y: number, ...rows: string[]): BoxedInk {
  return boxedInk(inkOf(...rows), { x, y });
}

Deno.test("overlay() lays pieces where they are, the stronger ink on top", () => {
  const { box, ink } = overlay([piece(3, 5, "##", ".#"), piece(4, 4, "..#", "#..")]);
  assertEquals(box, { x: 3, y: 4, width: 4, height: 3 });
  assertEquals(ink, inkOf("...#", "##..", ".#.."));
});

Deno.test("overlay() of one piece is that piece", () => {
  const one = piece(1, 2, "#");
  assertEquals(overlay([one]), one);
});

Deno.test("overlay() takes pieces that lie left of and above the first", () => {
  const { box, ink } = overlay([piece(0, 0, "##", "#."), piece(-1, -1, "#")]);
  assertEquals(box, { x: -1, y: -1, width: 3, height: 3 });
  assertEquals(ink, inkOf("#..", ".##", ".#."));
});
