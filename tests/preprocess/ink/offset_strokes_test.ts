import { assertAlmostEquals, assertEquals } from "../../support/assert.ts";
import { offsetStrokes } from "@lib/preprocess/ink/offset_strokes.ts";
import { type InkImage, inkImage } from "@lib/image/ink_image.ts";

/** A vertical stroke, and how wide it is after the change. */
function widthAfter(outwards: number): number {
  const pixels = Uint8Array.from({ length: 900 }, (_, i) => Math.abs(i % 30 - 14.5) < 3 ? 255 : 0);
  const { pixels: moved } = offsetStrokes(inkImage(30, 30, pixels), outwards);
  return moved.subarray(450, 480).reduce((sum, level) => sum + level, 0) / 255;
}

Deno.test("offsetStrokes() moves both edges of a stroke, also by parts of a pixel", () => {
  for (const outwards of [-1.5, -0.3, 0, 0.5, 2]) {
    assertAlmostEquals(widthAfter(outwards), 6 + 2 * outwards, 0.05);
  }
});

Deno.test("offsetStrokes() keeps paper and full ink as they are", () => {
  const paper: InkImage = inkImage(3, 2, new Uint8Array(6));
  assertEquals(offsetStrokes(paper, 1), paper);
  const ink = { ...paper, pixels: new Uint8Array(6).fill(255) };
  assertEquals(offsetStrokes(ink, -1), ink);
});
