import { assertEquals, assertStringIncludes } from "../../support/assert.ts";
import { describeUnsupported, imageFormat } from "@lib/preprocess/decode/image_format.ts";

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
    PDF: "\x1b%-12345X@PJL\r\n%PDF-1.4\n",
  };
  for (const [format, head] of Object.entries(heads)) {
    assertEquals(imageFormat(bytesOf(head)), format);
  }
  assertEquals(imageFormat(bytesOf("MM\0*")), "TIFF");
  assertEquals(imageFormat(bytesOf("%PDF-1.7\n\xff")), "PDF");
  for (
    const other of [
      "",
      "P",
      "text",
      "starts with %PDF-1.7",
      "RIFF\n\0\0\0WAVE",
      "\0\0\0\x18ftypheic",
      "<svg/>",
    ]
  ) {
    assertEquals(imageFormat(bytesOf(other)), undefined);
  }
});

Deno.test("describeUnsupported() names what people hand over instead", () => {
  const strangers: Record<string, string> = {
    "version https://git-lfs.github.com/spec/v1\noid sha256:1": "a Git LFS pointer",
    "\n<!DOCTYPE html>": "an HTML page",
    "\xef\xbb\xbf<html>": "an HTML page",
    '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>': "an SVG drawing",
    "<?xml?><a/>": "an XML file",
    "PK\x03\x04\x14\0": "a ZIP archive",
    "\0\0\0\x18ftypheic": "a HEIC photo",
    "just words\n": "text",
    "\x01\x02\xff\x00\x05": "bytes 01 02 ff 00",
  };
  for (const [head, description] of Object.entries(strangers)) {
    assertStringIncludes(describeUnsupported(bytesOf(head)), description);
  }
});
