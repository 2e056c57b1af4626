import { assertEquals, assertRejects } from "../../support/assert.ts";
import { bmpOf } from "../../support/bmp.ts";
import { decodeBmp } from "@lib/preprocess/decode/decode_bmp.ts";
import { ImageError } from "@lib/preprocess/decode/image_error.ts";
import { lightImage } from "@lib/image/light_image.ts";

const image = lightImage(5, 3, Uint8Array.from({ length: 15 }, (_, i) => 17 * i));

/** A BMP with another number in its header. */
function changed(offset: number, value: number): Uint8Array {
  const bytes = bmpOf(image, { bits: 8 });
  new DataView(bytes.buffer).setUint32(offset, value, true);
  return bytes;
}

Deno.test("decodeBmp() keeps rows, padding and palette apart, and everything opaque", async () => {
  const { width, height, pixels } = await decodeBmp(bmpOf(image, { bits: 8 }), "a.bmp");
  assertEquals([width, height], [5, 3]);
  const wanted = [...image.pixels].flatMap((level) => [level, level, level, 255]);
  assertEquals([...pixels], wanted);
});

Deno.test("decodeBmp() takes a fourth byte that is 0 everywhere for opaque", async () => {
  const { pixels } = await decodeBmp(bmpOf(image, { bits: 32 }), "a.bmp");
  assertEquals([...pixels].filter((_, i) => i % 4 === 3), new Array(15).fill(255));
});

Deno.test("decodeBmp() refuses what it would garble", async () => {
  const refuses = (bytes: Uint8Array, found: string): Promise<ImageError> => {
    return assertRejects(() => decodeBmp(bytes, "a.bmp"), ImageError, `a.bmp: found ${found}`);
  };
  await refuses(bmpOf(image).subarray(0, 40), "a truncated BMP");
  await refuses(bmpOf(image).subarray(0, 60), "a truncated BMP");
  await refuses(changed(14, 12), "a BMP of OS/2");
  await refuses(changed(18, 0), "a BMP of 0 × 3 pixels");
  await refuses(changed(30, 1), "a BMP of 8 bits per pixel and compression 1");
  await refuses(changed(28, 2), "a BMP of 2 bits per pixel");
});
