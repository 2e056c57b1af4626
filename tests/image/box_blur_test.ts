import { assertEquals } from "../support/assert.ts";
import { boxBlur } from "@lib/image/box_blur.ts";
import { inkImage } from "@lib/image/ink_image.ts";

Deno.test("boxBlur() averages the square, at the edges what there is of it", () => {
  const image = inkImage(3, 2, Uint8Array.of(0, 30, 60, 90, 120, 150));
  assertEquals([...boxBlur(image, 1).pixels], [60, 75, 90, 60, 75, 90]);
  assertEquals([...boxBlur(image, 9).pixels], [75, 75, 75, 75, 75, 75]);
  const odd = inkImage(2, 1, Uint8Array.of(0, 9));
  assertEquals([...boxBlur(odd, 1).pixels], [5, 5]); // rounded up, not to the even number
});
