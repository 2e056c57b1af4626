import { assertEquals, assertInstanceOf } from "../../support/assert.ts";
import { ImageError } from "@lib/preprocess/decode/image_error.ts";

Deno.test("ImageError keeps to one line, whatever the file is called", () => {
  const error = new ImageError("a\nb\u001b.png", "found\nnothing");
  assertEquals(error.message, "Cannot read a\\nb\\u001b.png: found\\nnothing");
  assertInstanceOf(error, Error);
});

Deno.test("ImageError.ofFile() says why a file could not be opened", () => {
  const { errors } = Deno;
  const faults: [Error, string][] = [
    [new errors.NotFound("ENOENT"), "found no such file"],
    [new errors.NotADirectory("ENOTDIR"), "found no such file"],
    [new errors.PermissionDenied("EACCES"), "permission denied"],
    [new errors.NotCapable("read"), "no permission, wanted --allow-read"],
    [new Error("disk on fire"), "disk on fire"],
  ];
  for (const [cause, found] of faults) {
    const error = ImageError.ofFile("a.png", cause);
    assertEquals([error.message, error.cause], [`Cannot read a.png: ${found}`, cause]);
  }
});
