import { assertEquals } from "../../support/assert.ts";
import type { Box } from "@lib/image/box.ts";
import { relativeTop } from "@lib/predict/segment/relative_top.ts";

const height = 40;
const at = (x: number, y: number, high: number): Box => ({ x, y, width: 10, height: high });

Deno.test("relativeTop() measures from the nearest tall piece on the left", () => {
  const boxes = [at(0, 0, 40), at(20, 20, 40), at(40, 50, 10), at(60, 0, 40)];
  assertEquals(relativeTop(boxes, 2, height), 0.75);
});

Deno.test("relativeTop() looks to the right where nothing tall is on the left", () => {
  assertEquals(relativeTop([at(0, 15, 6), at(20, 5, 40)], 0, height), 0.25);
});

Deno.test("relativeTop() is 0 without a tall neighbour", () => {
  assertEquals(relativeTop([at(0, 30, 6), at(20, 5, 10)], 0, height), 0);
});
