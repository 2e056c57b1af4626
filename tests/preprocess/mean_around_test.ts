import { assertEquals } from "../support/assert.ts";
import { meanAround } from "@lib/preprocess/mean_around.ts";

Deno.test("meanAround() averages the square, at the edges what there is of it", () => {
  const image = { width: 3, height: 2, pixels: Uint8Array.of(0, 30, 60, 90, 120, 150) };
  assertEquals([...meanAround(image, 1).pixels], [60, 75, 90, 60, 75, 90]);
  assertEquals([...meanAround(image, 9).pixels], [75, 75, 75, 75, 75, 75]);
  const odd = { width: 2, height: 1, pixels: Uint8Array.of(0, 9) };
  assertEquals([...meanAround(odd, 1).pixels], [5, 5]); // rounded up, not to the even number
});
