import { assertEquals } from "../../support/assert.ts";
import { imageFormat } from "@lib/preprocess/decode/image_format.ts";

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

Deno.test("imageFormat() tells a format by its first bytes", () => {
  const heads = {
    PNG: "\x89PNG\r\n\x1a\n",
    JPEG: "\xff\xd8\xff\xe0",
    WebP: "RIFF\n\0\0\0WEBPVP8 ",
    GIF: "GIF89a",
    BMP: "BM\0\0",
    TIFF: "II*\0",
    AVIF: "\0\0\0\x1cftypavif",
  };
  for (const [format, head] of Object.entries(heads)) {
    assertEquals(imageFormat(bytesOf(head)), format);
  }
  assertEquals(imageFormat(bytesOf("MM\0*")), "TIFF");
  for (const other of ["", "P", "text", "RIFF\n\0\0\0WAVE", "\0\0\0\x18ftypheic", "<svg/>"]) {
    assertEquals(imageFormat(bytesOf(other)), undefined);
  }
});
