import { assertAlmostEquals, assertEquals, assertLess } from "../../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { lightImage } from "@lib/image/light_image.ts";
import { colourMap, paperLine, tintOf } from "@lib/preprocess/decode/colour_map.ts";

Deno.test("tintOf() finds no colour in black, in the paper, or in its shade", () => {
  const rng = rngFromSeed(1);
  for (let round = 0; round < 100; round++) {
    const paper = Float32Array.from([0, 1, 2], () => 60 + rng.integer(190));
    const line = paperLine(paper, 0);
    for (const light of [0, 0.3, 0.7, 1]) {
      const shade = Uint8Array.from(paper, (level) => Math.round(light * level));
      // The line starts a little below black, and levels are whole numbers.
      assertLess(tintOf(shade, 0, line), 8, `${paper} × ${light}`);
    }
  }
});

Deno.test("tintOf() measures full colours on white: the distance to the diagonal", () => {
  const line = paperLine(Float32Array.of(255, 255, 255), 0);
  for (const colour of [[255, 255, 0], [0, 255, 255], [255, 0, 255]]) {
    assertAlmostEquals(tintOf(Uint8Array.from(colour), 0, line), 255 * Math.sqrt(2 / 3), 0.01);
  }
});

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
