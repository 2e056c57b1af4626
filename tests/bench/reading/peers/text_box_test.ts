import { assertAlmostEquals, assertEquals } from "../../../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { textBox } from "../../../../bench/reading/peers/text_box.ts";

/** A map with boxes, each `[left, top, right, bottom]`, that are likely writing, on some doubt. */
function mapOf(width: number, height: number, boxes: readonly (readonly number[])[]): number[] {
  return Array.from({ length: width * height }, (_, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    const isIn = boxes.some(([left, top, right, bottom]) =>
      x >= left && x < right && y >= top && y < bottom
    );
    return isIn ? 0.8 : 0.2;
  });
}

Deno.test("textBox() is the heart of the writing, grown on all sides alike", () => {
  const rng = rngFromSeed(1);
  for (let i = 0; i < 20; i++) {
    const own = rng.fork(i);
    const [across, down] = [10 + own.integer(30), 4 + own.integer(8)];
    const [left, top] = [30 + own.integer(20), 20 + own.integer(20)];
    const map = mapOf(120, 80, [[left, top, left + across, top + down]]);
    const box = textBox(map, 120, 80)!;
    const more = across * down * 1.5 / (2 * (across + down));
    assertAlmostEquals(box.left, left - more, 1e-9);
    assertAlmostEquals(box.top, top - more, 1e-9);
    assertAlmostEquals(box.width, across + 2 * more, 1e-9);
    assertAlmostEquals(box.height, down + 2 * more, 1e-9);
  }
});

Deno.test("textBox() takes in all pieces, ends at the edge, and finds nothing on bare paper", () => {
  const box = textBox(mapOf(60, 20, [[0, 2, 10, 18], [40, 4, 60, 16]]), 60, 20);
  assertEquals(box, { left: 0, top: 0, width: 60, height: 20 });
  assertEquals(textBox(mapOf(60, 20, []), 60, 20), undefined);
});
