import { assertAlmostEquals, assertLess } from "../../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { paperLine, tintOf } from "@lib/preprocess/decode/tint.ts";

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
