import { assertEquals } from "../../support/assert.ts";
import type { Box } from "@lib/image/box.ts";
import { textLines } from "@lib/predict/segment/text_lines.ts";

function box(x: number, y: number, height = 40): Box {
  return { x, y, width: 30, height };
}

Deno.test("textLines() orders lines from top to bottom, boxes from left to right", () => {
  const [a, b, c, d] = [box(10, 10), box(60, 16), box(5, 90), box(70, 84)];
  assertEquals(textLines([d, b, c, a], 40), [[a, b], [c, d]]);
});

Deno.test("textLines() follows a line that climbs by more than its height", () => {
  const climbing = Array.from({ length: 9 }, (_, i) => box(45 * i, 200 - 12 * i));
  assertEquals(textLines(climbing.toReversed(), 40), [climbing]);
});

Deno.test("textLines() puts low signs and parts to the line they stand on", () => {
  const [a, comma, b, below] = [box(0, 0), box(40, 33, 12), box(80, 2), box(0, 70)];
  assertEquals(textLines([below, comma, b, a], 40), [[a, comma, b], [below]]);
});

Deno.test("textLines() of nothing is nothing", () => {
  assertEquals(textLines([], 0), []);
});

Deno.test("textLines() keeps the two halves of a broken digit on one line", () => {
  const [a, upper, lower, b] = [box(0, 0), box(40, 0, 18), box(41, 22, 18), box(80, 0)];
  const [line, ...more] = textLines([a, upper, lower, b], 40);
  assertEquals([line.length, more.length], [4, 0]);
});
