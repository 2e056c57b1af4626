import { assert, assertEquals, assertGreater } from "../../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { sha256 } from "@lib/base/sha256.ts";
import { kindsWithoutDigits, pageWithoutDigits } from "../../../bench/pages/page_without_digits.ts";

for (const kind of kindsWithoutDigits) {
  Deno.test(`pageWithoutDigits() draws ${kind}, anew with each seed`, () => {
    const draw = (seed: number) => pageWithoutDigits(kind, rngFromSeed(seed));
    const images = [1, 2, 3, 4].map(draw);
    for (const { width, height, pixels } of images) {
      assertEquals(pixels.length, width * height);
      assert(width >= 60 && height >= 30 && width * height < 1e6, `${width} × ${height}`);
      const paper = Math.max(...new Set(pixels));
      assertGreater(paper, 140);
      if (kind !== "blank") assertGreater(paper - Math.min(...new Set(pixels)), 10);
    }
    assertEquals(sha256(draw(3).pixels), sha256(images[2].pixels));
    assertEquals(new Set(images.map(({ pixels }) => sha256(pixels))).size, images.length);
  });
}

Deno.test("pageWithoutDigits() draws no upright bar that stands free, which would be a 1", () => {
  for (let i = 0; i < 40; i++) {
    const { width, height, pixels } = pageWithoutDigits("bars", rngFromSeed(5).fork(i));
    const isDark = (x: number, y: number): boolean => pixels[y * width + x] < 110;
    for (let x = 20; x < width - 20; x++) {
      // A column that is dark for most of its height belongs to a bar from the edge.
      let dark = 0;
      for (let y = 0; y < height; y++) dark += Number(isDark(x, y));
      if (dark < 0.6 * height) continue;
      const edges = Array.from({ length: 41 }, (_, k) => Math.min(width - 1, x - 20 + k));
      assert(edges.some((at) => isDark(at, 0) || isDark(at, height - 1)), `picture ${i}, ${x}`);
    }
  }
});
