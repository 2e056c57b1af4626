import { assertEquals, assertThrows } from "../../support/assert.ts";
import { decode } from "fast-png";
import { CanvasShim } from "@lib/report/svg/canvas_shim.ts";

function pixelsOf(canvas: CanvasShim): number[] {
  return Array.from(decode(Uint8Array.fromBase64(canvas.toDataURL().split(",")[1])).data);
}

Deno.test("CanvasShim paints rectangles, cut off at its edges", () => {
  const canvas = new CanvasShim({ width: 2, height: 2 });
  canvas.fillStyle = "rgba(1,2,3,1)";
  canvas.fillRect(1, 0, 5, 1);
  canvas.fillStyle = "rgb(9, 8, 7)";
  canvas.fillRect(-3, 1, 4, 9);
  assertEquals(pixelsOf(canvas), [0, 0, 0, 0, 1, 2, 3, 255, 9, 8, 7, 255, 0, 0, 0, 0]);
});

Deno.test("CanvasShim refuses colours it does not know", () => {
  const canvas = new CanvasShim({ width: 1, height: 1 });
  canvas.fillStyle = "hotpink";
  assertThrows(() => canvas.fillRect(0, 0, 1, 1), RangeError, 'Cannot paint with "hotpink"');
});
