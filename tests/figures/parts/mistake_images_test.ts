import { assertEquals, assertThrows } from "../../support/assert.ts";
import { decode } from "fast-png";
import { rngFromSeed } from "@lib/base/rng.ts";
import { mistakeImages } from "@lib/figures/parts/mistake_images.ts";

Deno.test("mistakeImages() finds each image again behind its cell, 24 of a cell at most", () => {
  const rng = rngFromSeed(5);
  const mistakes = Array.from({ length: 90 }, () => ({
    truth: rng.integer(2),
    predicted: 2 + rng.integer(2),
    pixels: Uint8Array.from({ length: 784 }, () => rng.integer(256)),
  }));
  const { source, side, columns, cells } = mistakeImages(mistakes);
  const png = decode(Uint8Array.fromBase64(source.split(",")[1]));
  for (const truth of [0, 1]) {
    for (const predicted of [2, 3]) {
      const wanted = mistakes.filter((each) => each.truth === truth && each.predicted === predicted)
        .slice(0, 24);
      const found = (cells[`${truth} ${predicted}`] ?? []).map((index) => {
        const [left, top] = [(index % columns) * side, Math.floor(index / columns) * side];
        return Uint8Array.from(
          { length: 784 },
          (_, i) => 255 - png.data[(top + Math.floor(i / side)) * png.width + left + i % side],
        );
      });
      assertEquals(found, wanted.map(({ pixels }) => pixels));
    }
  }
});

Deno.test("mistakeImages() refuses no image, and one of another size", () => {
  assertThrows(() => mistakeImages([]), RangeError, "found none");
  const pixels = new Uint8Array(783);
  assertThrows(() => mistakeImages([{ truth: 4, predicted: 9, pixels }]), RangeError, "783 pixels");
});
