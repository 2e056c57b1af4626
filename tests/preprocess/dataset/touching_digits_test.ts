import { assertEquals } from "../../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { touchingDigits } from "@lib/preprocess/dataset/touching_digits.ts";

/** Upright bars of full ink, one to five columns wide, each labelled with its width. */
const bars = {
  size: 5,
  labels: Uint8Array.of(1, 2, 3, 4, 5),
  images: new Uint8Array(5 * 784),
};
for (let bar = 0; bar < 5; bar++) {
  for (let y = 4; y < 24; y++) {
    bars.images.fill(255, bar * 784 + y * 28 + 9, bar * 784 + y * 28 + 10 + bar);
  }
}

Deno.test("touchingDigits() moves each digit over the one before it, and says what they are", () => {
  const rng = rngFromSeed(3);
  for (let times = 0; times < 50; times++) {
    const places = Array.from({ length: 1 + rng.integer(4) }, () => 2 + rng.integer(3));
    const overlap = rng.integer(6) - 3;
    const { ink, written } = touchingDigits(bars, places, overlap);
    const widths = places.map((place) => place + 1);
    assertEquals(written, widths.join(""));
    const width = widths.reduce((sum, each) => sum + each - overlap) * 4;
    assertEquals([ink.width, ink.height], [width, 80]);
  }
});
