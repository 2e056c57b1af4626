import { assertEquals, assertInstanceOf } from "../../support/assert.ts";
import { ImageError } from "@lib/preprocess/decode/image_error.ts";

Deno.test("ImageError keeps to one line, whatever the file is called", () => {
  const error = new ImageError("a\nb\u001b.png", "found\nnothing");
  assertEquals(error.message, "Cannot read a\\nb\\u001b.png: found\\nnothing");
  assertInstanceOf(error, Error);
});
