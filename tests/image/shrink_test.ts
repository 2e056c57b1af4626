import { assertEquals } from "../support/assert.ts";
import { shrinkTo } from "@lib/image/shrink.ts";
import { inkImage } from "@lib/image/ink_image.ts";

Deno.test("shrinkTo() keeps the aspect, and small images", () => {
  const image = inkImage(400, 100, new Uint8Array(40_000));
  const { width, height } = shrinkTo(image, 10_000);
  assertEquals([width, height], [200, 50]);
  assertEquals(shrinkTo(image, 40_000), image);
  const line = inkImage(1000, 1, new Uint8Array(1000));
  assertEquals(shrinkTo(line, 10).height, 1);
});
