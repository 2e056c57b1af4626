import { assertThrows } from "../../support/assert.ts";
import type { Metadata } from "sharp";
import {
  checkDecoderMemory,
  checkFileBytes,
  checkPixelCount,
  checkWholePicture,
} from "@lib/preprocess/decode/check_limits.ts";
import { ImageError } from "@lib/preprocess/decode/image_error.ts";

const none = new Uint8Array();

function metadata(more: Partial<Metadata>): Metadata {
  return { width: 9900, height: 9900, channels: 3, depth: "uchar", ...more } as Metadata;
}

Deno.test("checkFileBytes() takes 64 MiB and no more, and no empty file", () => {
  checkFileBytes("a.png", 1);
  checkFileBytes("a.png", 64 * 1024 * 1024);
  const large = 64 * 1024 * 1024 + 1;
  assertThrows(() => checkFileBytes("a.png", large), ImageError, "a.png: found 64.0 MiB");
  assertThrows(() => checkFileBytes("a.png", 0), ImageError, "found an empty file");
});

Deno.test("checkPixelCount() takes 100 megapixels and no more", () => {
  checkPixelCount("a.png", 10_000, 10_000);
  const found = "Cannot read a.png: found 10,001 × 10,000 pixels, wanted at most 100 megapixels";
  assertThrows(() => checkPixelCount("a.png", 10_001, 10_000), ImageError, found);
});

Deno.test("checkWholePicture() takes 240 MiB and no more, and says how much smaller it should be", () => {
  checkWholePicture("a.gif", "GIF", 60 * 2 ** 20, 4);
  const found = "found 63 megapixels, wanted at most 62 in a file of this kind (GIF)";
  assertThrows(() => checkWholePicture("a.gif", "GIF", 60 * 2 ** 20 + 1, 4), ImageError, found);
});

Deno.test("checkDecoderMemory() lets pass what is decoded strip by strip, and what is small", () => {
  const lossy = new TextEncoder().encode("RIFF....WEBPVP8 ");
  checkDecoderMemory("a", metadata({ format: "jpeg" }), none);
  checkDecoderMemory("a", metadata({ format: "png", channels: 4, depth: "ushort" }), none);
  checkDecoderMemory("a", metadata({ format: "webp" }), lossy);
  const photo = { width: 4000, height: 3000, isProgressive: true };
  for (const format of ["jpeg", "png", "webp", "gif", "heif"] as const) {
    checkDecoderMemory("a", metadata({ format, ...photo }), none);
  }
});

/** The most megapixels of a kind that pass. */
const most: readonly (readonly [number, Partial<Metadata>])[] = [
  [83, { format: "jpeg", isProgressive: true, chromaSubsampling: "4:2:0" }],
  [41, { format: "jpeg", isProgressive: true, chromaSubsampling: "4:4:4" }],
  [125, { format: "jpeg", isProgressive: true, channels: 1 }],
  [62, { format: "png", isProgressive: true, channels: 4 }],
  [31, { format: "png", isProgressive: true, channels: 4, depth: "ushort" }],
  [61, { format: "webp" }],
  [59, { format: "gif" }],
  [12, { format: "heif" }],
];

Deno.test("checkDecoderMemory() refuses large pictures that are decoded as a whole", () => {
  for (const [megapixels, kind] of most) {
    const size = (count: number): Partial<Metadata> => ({ width: 1000, height: 1000 * count });
    checkDecoderMemory("a", metadata({ ...kind, ...size(megapixels) }), none);
    const larger = metadata({ ...kind, ...size(megapixels + 1) });
    assertThrows(() => checkDecoderMemory("a", larger, none), ImageError, "as a whole");
  }
});
