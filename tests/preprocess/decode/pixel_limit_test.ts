import { assertThrows } from "../../support/assert.ts";
import { ImageError } from "@lib/preprocess/decode/image_error.ts";
import { checkPixelCount } from "@lib/preprocess/decode/pixel_limit.ts";

Deno.test("checkPixelCount() takes 100 megapixels and no more", () => {
  checkPixelCount("a.png", 10_000, 10_000);
  const found = "Cannot read a.png: found 10,001 × 10,000 pixels, wanted at most 100 megapixels";
  assertThrows(() => checkPixelCount("a.png", 10_001, 10_000), ImageError, found);
});
