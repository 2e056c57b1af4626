import { assertEquals, assertThrows } from "../../support/assert.ts";
import { decode } from "fast-png";
import { pngDataUrl } from "@lib/figures/parts/png_data_url.ts";

function decoded(url: string): { width: number; height: number; data: number[] } {
  const { width, height, data } = decode(Uint8Array.fromBase64(url.split(",")[1]));
  return { width, height, data: Array.from(data) };
}

Deno.test("pngDataUrl() keeps every pixel", () => {
  const pixels = Uint8Array.of(0, 128, 255, 7, 8, 9);
  const url = pngDataUrl({ width: 3, height: 2, pixels, channels: 1 });
  assertEquals(decoded(url), { width: 3, height: 2, data: [...pixels] });
});

Deno.test("pngDataUrl() makes each pixel a square of equal pixels", () => {
  const pixels = Uint8Array.of(1, 2, 3, 4, 5, 6);
  const url = pngDataUrl({ width: 2, height: 1, pixels, channels: 3 }, 2);
  const row = [1, 2, 3, 1, 2, 3, 4, 5, 6, 4, 5, 6];
  assertEquals(decoded(url), { width: 4, height: 2, data: [...row, ...row] });
});

Deno.test("pngDataUrl() refuses an empty image, bytes that do not fit, a broken factor", () => {
  const pixels = Uint8Array.of(1, 2);
  assertThrows(
    () => pngDataUrl({ width: 0, height: 0, pixels: new Uint8Array(), channels: 1 }),
    RangeError,
    "at least one pixel",
  );
  assertThrows(
    () => pngDataUrl({ width: 3, height: 1, pixels, channels: 1 }),
    RangeError,
    "found 2 bytes, wanted 3",
  );
  assertThrows(
    () => pngDataUrl({ width: 2, height: 1, pixels, channels: 1 }, 1.5),
    RangeError,
    "1.5 times",
  );
});
