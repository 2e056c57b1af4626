import { assertAlmostEquals, assertEquals } from "../support/assert.ts";
import { strokeWidth } from "@lib/image/stroke_width.ts";
import { inkImage } from "@lib/image/ink_image.ts";

function stroke(width: number, slope: number): number {
  const side = 200;
  const pixels = Uint8Array.from({ length: side * side }, (_, i) => {
    const across = (i % side - 100 + slope * (Math.floor(i / side) - 100)) / Math.hypot(1, slope);
    const isLong = Math.abs(Math.floor(i / side) - 100) < 90;
    return isLong ? 255 * Math.min(1, Math.max(0, width / 2 + 0.5 - Math.abs(across))) : 0;
  });
  return strokeWidth(inkImage(side, side, pixels));
}

Deno.test("strokeWidth() measures upright and slanted strokes, fine and bold", () => {
  for (const slope of [0, 0.4, 1]) {
    for (const width of [1.5, 3, 8]) {
      assertAlmostEquals(
        stroke(width, slope),
        width,
        0.1 * width + 0.3,
        `${width}, slope ${slope}`,
      );
    }
  }
});

Deno.test("strokeWidth() is 0 without ink", () => {
  assertEquals(strokeWidth(inkImage(2, 2, new Uint8Array(4))), 0);
});
