import { assertAlmostEquals, assertEquals } from "../support/assert.ts";
import { drawLine } from "@lib/image/draw_line.ts";
import { inkMass, inkOf } from "../support/shapes.ts";

const sheet = (): ReturnType<typeof inkOf> => inkOf(...Array<string>(30).fill(".".repeat(40)));

Deno.test("drawLine() covers its length times its width, and two half circles", () => {
  for (const [to, length] of [[[30, 15], 20], [[10, 25], 10], [[26, 27], 20]] as const) {
    const ink = sheet();
    drawLine(ink, [10, 15], to, 4);
    assertAlmostEquals(inkMass(ink), 4 * length + Math.PI * 4, 2.5);
  }
});

Deno.test("drawLine() draws one pixel wide along a row, over what is there", () => {
  const ink = inkOf(".....", ".+.+.", "..#..");
  drawLine(ink, [1, 1], [3, 1], 1);
  assertEquals(ink, inkOf(".....", ".###.", "..#.."));
});

Deno.test("drawLine() leaves out what is beyond the edges", () => {
  const ink = inkOf("...", "...");
  drawLine(ink, [-50, 0], [50, 0], 1);
  assertEquals(ink, inkOf("###", "..."));
});
