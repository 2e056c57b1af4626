import { assertEquals } from "../../support/assert.ts";
import { orient } from "@lib/preprocess/decode/orient.ts";

// 1 2 3
// 4 5 6
const image = {
  width: 3,
  height: 2,
  channels: 1,
  pixels: Uint8Array.of(1, 2, 3, 4, 5, 6),
} as const;

/** As EXIF 2.3 defines tag 274: where the stored row 0 and column 0 are seen. */
const seen: Record<number, string> = {
  0: "123 456",
  1: "123 456",
  2: "321 654",
  3: "654 321",
  4: "456 123",
  5: "14 25 36",
  6: "41 52 63",
  7: "63 52 41",
  8: "36 25 14",
  9: "123 456",
};

for (const [orientation, rows] of Object.entries(seen)) {
  Deno.test(`orient() turns as orientation ${orientation} says`, async () => {
    const { width, height, channels, pixels } = await orient(image, Number(orientation));
    const wanted = rows.split(" ");
    assertEquals([width, height], [wanted[0].length, wanted.length]);
    const levels = pixels.filter((_, i) => i % channels === 0); // grey may have become sRGB
    assertEquals(levels.join(""), wanted.join(""));
  });
}
