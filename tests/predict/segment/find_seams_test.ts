import { assertEquals, assertGreater, assertLess } from "../../support/assert.ts";
import { findSeams } from "@lib/predict/segment/find_seams.ts";
import { type InkImage, inkImage } from "@lib/image/ink_image.ts";

/** Rings of the same radius, side by side. */
function rings(centres: readonly number[], radius = 20, stroke = 5): InkImage {
  const [width, height] = [Math.max(...centres) + radius + 3, 2 * radius + 5];
  const pixels = Uint8Array.from({ length: width * height }, (_, i) => {
    const [x, y] = [i % width, Math.floor(i / width) - radius - 2];
    const isInk = centres.some((centre) => {
      return Math.abs(Math.hypot(x - centre, y) - radius) <= stroke / 2;
    });
    return isInk ? 255 : 0;
  });
  return inkImage(width, height, pixels);
}

const limits = { stroke: 5, apart: 8, cost: 6, count: 20 };

Deno.test("findSeams() parts touching zeros along the wall that they share", () => {
  const ink = rings([22, 62]); // around column 42
  const seams = findSeams(ink, limits);
  const walls = seams.filter(({ columns }) => {
    return columns.subarray(15, ink.height - 15).every((x) => x >= 38 && x <= 46);
  });
  assertGreater(walls.length, 0);
  // None runs down inside a zero.
  for (const { columns } of seams) {
    const inside = columns.filter((x, y) => {
      return Math.min(Math.hypot(x - 22, y - 22), Math.hypot(x - 62, y - 22)) < 14;
    });
    assertLess(inside.length, 10);
  }
});

Deno.test("findSeams() gives whole ways down, in steps of one column at most", () => {
  const ink = rings([22, 62, 102]);
  const seams = findSeams(ink, limits);
  assertGreater(seams.length, 1);
  for (const { columns, cost } of seams) {
    assertEquals(columns.length, ink.height);
    assertLess(cost, limits.cost);
    for (let y = 1; y < columns.length; y++) {
      assertLess(Math.abs(columns[y] - columns[y - 1]), 2);
    }
  }
});

Deno.test("findSeams() keeps seams apart, to their number, and to their cost", () => {
  const ink = rings([22, 62, 102]);
  assertEquals(findSeams(ink, { ...limits, count: 1 }).length, 1);
  assertEquals(findSeams(ink, { ...limits, cost: 0 }), []);
  const wide = findSeams(ink, { ...limits, apart: 60 });
  for (let i = 1; i < wide.length; i++) {
    assertGreater(wide[i].columns[0] - wide[i - 1].columns[0], -1);
  }
  assertLess(wide.length, findSeams(ink, limits).length);
});
