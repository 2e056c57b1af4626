import { assertEquals } from "../support/assert.ts";
import { drawing } from "../support/drawing.ts";
import type { DigitInk } from "@lib/image/digit_ink.ts";
import { joinInk } from "@lib/image/join_ink.ts";

function piece(x: number, y: number, ...rows: string[]): DigitInk {
  const ink = drawing(...rows);
  return { box: { x, y, width: ink.width, height: ink.height }, ink };
}

Deno.test("joinInk() lays pieces where they are, the stronger ink on top", () => {
  const { box, ink } = joinInk([piece(3, 5, "##", ".#"), piece(4, 4, "..#", "#..")]);
  assertEquals(box, { x: 3, y: 4, width: 4, height: 3 });
  assertEquals(ink, drawing("...#", "##..", ".#.."));
});

Deno.test("joinInk() of one piece is that piece", () => {
  const one = piece(1, 2, "#");
  assertEquals(joinInk([one]), one);
});
