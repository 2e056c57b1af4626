import { assertThrows } from "../../support/assert.ts";
import { checkFileBytes, maxFileBytes } from "@lib/preprocess/decode/file_limit.ts";
import { ImageError } from "@lib/preprocess/decode/image_error.ts";

Deno.test("checkFileBytes() takes up to the limit", () => {
  checkFileBytes("a.png", maxFileBytes);
  assertThrows(() => checkFileBytes("a.png", maxFileBytes + 1), ImageError, "a.png");
});
