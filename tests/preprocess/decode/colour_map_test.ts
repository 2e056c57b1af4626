import { assertEquals } from "../../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { lightImage } from "@lib/image/light_image.ts";
import { colourMap } from "@lib/preprocess/decode/colour_map.ts";

Deno.test("colourMap() keeps places within their number, and covers the picture", () => {
  const rng = rngFromSeed(2);
  for (const [width, height] of [[1, 1], [3, 400], [1200, 700], [2, 300_000]]) {
    const pixels = new Uint8Array(3 * width * height).map((_, i) => i % 3 === 2 ? 90 : 210);
    const light = lightImage(width, height, new Uint8Array(width * height).fill(190));
    const map = colourMap({ width, height, channels: 3, pixels }, light);
    assertEquals(
      [map.width, map.height],
      [width, height].map((side) => Math.ceil(side / map.step)),
    );
    assertEquals([...new Set(map.tint)], [0]);
    assertEquals([...new Set(map.rise)], [0]);
    const at = rng.integer(map.tint.length);
    assertEquals([...map.places.subarray(4 * at, 4 * at + 4)], [210, 210, 90, 190]);
  }
});
