import { assertEquals } from "../support/assert.ts";
import { shrinkTo } from "@lib/image/shrink.ts";

Deno.test("shrinkTo() keeps the aspect, and small images", () => {
  const image = { width: 400, height: 100, pixels: new Uint8Array(40_000) };
  const { width, height } = shrinkTo(image, 10_000);
  assertEquals([width, height], [200, 50]);
  assertEquals(shrinkTo(image, 40_000), image);
  const line = { width: 1000, height: 1, pixels: new Uint8Array(1000) };
  assertEquals(shrinkTo(line, 10).height, 1);
});
