import { assertAlmostEquals, assertEquals, assertLess } from "../../support/assert.ts";
import { bmpOf } from "../../support/bmp.ts";
import sharp from "sharp";
import { decodeColours } from "@lib/preprocess/decode/decode_colours.ts";
import { lightImage } from "@lib/image/light_image.ts";

Deno.test("decodeColours() keeps colours and opacity", async () => {
  const background = { r: 200, g: 90, b: 10, alpha: 0.5 };
  const image = sharp({ create: { width: 5, height: 3, channels: 4, background } });
  const { pixels, ...size } = await decodeColours(await image.png().toBuffer());
  assertEquals(size, { width: 5, height: 3, channels: 4 });
  assertEquals([...pixels.subarray(0, 4)], [200, 90, 10, 128]);
});

Deno.test("decodeColours() makes a picture smaller than asked for, and tells its full size", async () => {
  const large = sharp({ create: { width: 900, height: 400, channels: 3, background: "#806040" } });
  const turned = await large.withMetadata({ orientation: 8 }).png().toBuffer();
  const { width, height, full, pixels } = await decodeColours(turned, { most: 10_000 });
  assertEquals(full, { width: 400, height: 900 });
  assertLess(width * height, 10_001);
  assertAlmostEquals(height / width, 900 / 400, 0.05);
  assertEquals([...pixels.subarray(0, 3)], [0x80, 0x60, 0x40]);
  const grey = lightImage(200, 100, new Uint8Array(20_000).fill(70));
  const bmp = await decodeColours(bmpOf(grey), { most: 5000 });
  assertEquals([bmp.width, bmp.height, bmp.channels, bmp.pixels[0]], [100, 50, 4, 70]);
  assertEquals(bmp.full, { width: 200, height: 100 });
});

/** As EXIF 2.3 defines tag 274: where the stored rows "123" and "456" are seen. */
const seen: Record<number, string> = {
  1: "123 456",
  2: "321 654",
  3: "654 321",
  4: "456 123",
  5: "14 25 36",
  6: "41 52 63",
  7: "63 52 41",
  8: "36 25 14",
};

Deno.test("decodeColours() turns a picture as its orientation says", async () => {
  const raw = { width: 3, height: 2, channels: 1 } as const;
  for (const [orientation, rows] of Object.entries(seen)) {
    const stored = sharp(Uint8Array.of(1, 2, 3, 4, 5, 6), { raw });
    const file = await stored.withMetadata({ orientation: Number(orientation) }).png().toBuffer();
    const { width, height, channels, pixels } = await decodeColours(file);
    const wanted = rows.split(" ");
    assertEquals([width, height], [wanted[0].length, wanted.length]);
    const levels = pixels.filter((_, i) => i % channels === 0); // grey may have become sRGB
    assertEquals(levels.join(""), wanted.join(""), orientation);
  }
});
