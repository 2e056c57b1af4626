import { assertEquals, assertThrows } from "../support/assert.ts";
import { crop } from "@lib/image/crop.ts";
import { inkImage } from "@lib/image/ink_image.ts";

const image = inkImage(4, 3, Uint8Array.from({ length: 12 }, (_, i) => i));

Deno.test("crop() copies a part", () => {
  const part = crop(image, { x: 1, y: 1, width: 2, height: 2 });
  assertEquals(part, inkImage(2, 2, Uint8Array.of(5, 6, 9, 10)));
  part.pixels[0] = 99;
  assertEquals(image.pixels[5], 5);
});

Deno.test("crop() refuses a box that reaches out", () => {
  for (const [x, y] of [[3, 0], [0, 2], [-1, 0]]) {
    const box = { x, y, width: 2, height: 2 };
    assertThrows(() => crop(image, box), RangeError, "wanted a box inside an image of 4 × 3");
  }
});
