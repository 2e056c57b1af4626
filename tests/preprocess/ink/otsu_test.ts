import { assertEquals } from "../../support/assert.ts";
import { otsu } from "@lib/preprocess/ink/otsu.ts";

function histogramOf(...levels: number[]): Uint32Array {
  const histogram = new Uint32Array(256);
  for (const level of levels) histogram[level]++;
  return histogram;
}

Deno.test("otsu() parts two classes", () => {
  assertEquals(otsu(histogramOf(10, 12, 14, 200, 202)), 15);
  assertEquals(otsu(histogramOf(0, 0, 0, 0, 0, 0, 255)), 1);
});

Deno.test("otsu() has no threshold for one level or none", () => {
  assertEquals(otsu(histogramOf(7, 7, 7)), 0);
  assertEquals(otsu(histogramOf()), 0);
});
