import { assertEquals } from "../../support/assert.ts";
import { inkOf } from "../../support/shapes.ts";
import { cutAlong } from "@lib/predict/segment/cut_along.ts";

const ink = inkOf("##..##", "######", "##..##");
const whole = { box: { x: 10, y: 20, width: 6, height: 3 }, ink };
const seam = (x: number): { columns: Int32Array; cost: number } => {
  return { columns: new Int32Array(3).fill(x), cost: 1 };
};

Deno.test("cutAlong() gives each pixel to one piece", () => {
  const [left, right] = cutAlong(whole, [seam(3)], 1);
  assertEquals(left.box, { x: 10, y: 20, width: 3, height: 3 });
  assertEquals(right.box, { x: 13, y: 20, width: 3, height: 3 });
  assertEquals(left.ink, inkOf("##.", "###", "##."));
  assertEquals([left.cutCost, right.cutCost], [0, 1]);
});

Deno.test("cutAlong() tells the neighbour's ink beside the seam", () => {
  const [left, right] = cutAlong(whole, [seam(4)], 1);
  assertEquals([left.wallLeft, right.wallRight], [undefined, undefined]);
  assertEquals(left.wallRight?.box, { x: 14, y: 20, width: 1, height: 3 });
  assertEquals(right.wallLeft?.box, { x: 13, y: 21, width: 1, height: 1 });
});

Deno.test("cutAlong() gives no piece that is no more than a dot", () => {
  const pieces = cutAlong(whole, [seam(3), seam(4)], 2);
  assertEquals(pieces.map(({ box }) => box.x), [10, 13]);
});

Deno.test("cutAlong() without seams leaves the mark whole", () => {
  assertEquals(cutAlong(whole, [], 1), [{ ...whole, cutCost: 0 }]);
});
