import { assertThrows } from "../support/assert.ts";
import { checkGreyImage } from "@lib/image/image.ts";

Deno.test("checkGreyImage() wants as many pixels as the size says", () => {
  checkGreyImage({ width: 2, height: 3, pixels: new Uint8Array(6) }, "look");
  for (const [width, height, count] of [[2, 3, 5], [0, 3, 0], [1.5, 2, 3], [-1, -6, 6]]) {
    const image = { width, height, pixels: new Uint8Array(count) };
    assertThrows(() => checkGreyImage(image, "look"), RangeError, `Cannot look: found ${count}`);
  }
});
