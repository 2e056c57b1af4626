import { assertEquals } from "../../support/assert.ts";
import { keepNearStrokes } from "@lib/preprocess/writing/keep_near_strokes.ts";
import { inkImage } from "@lib/image/ink_image.ts";

Deno.test("keepNearStrokes() keeps a stroke and its soft edge, not a faint line that touches it", () => {
  const [width, height] = [40, 21];
  const pixels = Uint8Array.from({ length: width * height }, (_, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    if (x >= 4 && x < 8) return 255;
    if (x === 3 || x === 8) return 90;
    return y === 10 ? 70 : 0;
  });
  const { pixels: kept } = keepNearStrokes(inkImage(width, height, pixels));
  assertEquals([...kept.subarray(10 * width, 10 * width + 12)], [
    ...[0, 0, 70, 90, 255, 255, 255, 255, 90, 70, 0, 0],
  ]);
});
