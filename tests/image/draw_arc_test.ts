import { assert, assertAlmostEquals, assertEquals } from "../support/assert.ts";
import { drawArc } from "@lib/image/draw_arc.ts";
import { drawLine } from "@lib/image/draw_line.ts";
import { type InkImage, inkImage } from "@lib/image/ink_image.ts";

const paper = (): InkImage => (inkImage(30, 30, new Uint8Array(900)));

Deno.test("drawArc() without a bow is a straight stroke", () => {
  const [drawn, straight] = [paper(), paper()];
  drawArc(drawn, [5, 10], [23, 10], 0, 2);
  drawLine(straight, [5, 10], [23, 10], 2);
  assertEquals(drawn, straight);
});

Deno.test("drawArc() bows out by a part of its length, to the right of its way", () => {
  const points = drawArc(paper(), [5, 10], [25, 10], 0.3, 2);
  assertEquals([points[0], points.at(-1)], [[5, 10], [25, 10]]);
  const [x, y] = points[(points.length - 1) / 2];
  assertAlmostEquals(x, 15, 1e-9);
  assertAlmostEquals(y, 16, 1e-9);
});

Deno.test("drawArc() draws through its points", () => {
  const ink = paper();
  for (const [x, y] of drawArc(ink, [4, 4], [20, 25], -0.25, 3)) {
    assert(ink.pixels[Math.round(y) * 30 + Math.round(x)] > 200, `${x}, ${y}`);
  }
});
