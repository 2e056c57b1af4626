import { assertEquals } from "../../../support/assert.ts";
import { contrast } from "@lib/preprocess/handwriting/scan/contrast.ts";
import { inkImage } from "@lib/image/ink_image.ts";

const ramp = inkImage(5, 1, Uint8Array.of(0, 50, 100, 150, 255));

Deno.test("contrast() stretches the levels between the bounds", () => {
  assertEquals([...contrast(ramp, 50, 150).pixels], [0, 0, 128, 255, 255]);
  assertEquals(contrast(ramp, 0, 255), ramp);
});

Deno.test("contrast() makes black and white of bounds next to each other", () => {
  assertEquals([...contrast(ramp, 99, 99.5).pixels], [0, 0, 255, 255, 255]);
});
