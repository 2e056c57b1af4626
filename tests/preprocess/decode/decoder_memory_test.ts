import { assertThrows } from "../../support/assert.ts";
import type { Metadata } from "sharp";
import { checkDecoderMemory } from "@lib/preprocess/decode/decoder_memory.ts";
import { ImageError } from "@lib/preprocess/decode/image_error.ts";

const none = new Uint8Array();

function metadata(more: Partial<Metadata>): Metadata {
  return { width: 9900, height: 9900, channels: 3, depth: "uchar", ...more } as Metadata;
}

Deno.test("checkDecoderMemory() lets pass what is decoded strip by strip, and what is small", () => {
  const lossy = new TextEncoder().encode("RIFF....WEBPVP8 ");
  checkDecoderMemory("a", metadata({ format: "jpeg" }), none);
  checkDecoderMemory("a", metadata({ format: "png", channels: 4, depth: "ushort" }), none);
  checkDecoderMemory("a", metadata({ format: "webp" }), lossy);
  const photo = { width: 4000, height: 3000, isProgressive: true };
  checkDecoderMemory("a", metadata({ format: "jpeg", ...photo }), none);
  checkDecoderMemory("a", metadata({ format: "heif", ...photo }), none);
});

Deno.test("checkDecoderMemory() refuses large pictures that are decoded as a whole", () => {
  const whole: Partial<Metadata>[] = [
    { format: "jpeg", isProgressive: true, chromaSubsampling: "4:4:4" },
    { format: "png", isProgressive: true, channels: 4 },
    { format: "png", isProgressive: true, isPalette: true },
    { format: "webp" },
    { format: "gif" },
    { format: "heif", width: 4000, height: 4000 },
  ];
  for (const more of whole) {
    assertThrows(() => checkDecoderMemory("a", metadata(more), none), ImageError, "as a whole");
  }
});
