import { assertThrows } from "../support/assert.ts";
import { checkGreyImage } from "@lib/image/grey_image.ts";
import { inkImage } from "@lib/image/ink_image.ts";

Deno.test("checkGreyImage() wants as many pixels as the size says", () => {
  checkGreyImage(inkImage(2, 3, new Uint8Array(6)), "look");
  for (const [width, height, count] of [[2, 3, 5], [0, 3, 0], [1.5, 2, 3], [-1, -6, 6]]) {
    const image = inkImage(width, height, new Uint8Array(count));
    assertThrows(() => checkGreyImage(image, "look"), RangeError, `Cannot look: found ${count}`);
  }
});
