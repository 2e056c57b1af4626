import { assertAlmostEquals, assertEquals, assertLess } from "../../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { inkContrast } from "@lib/preprocess/ink/ink_contrast.ts";
import type { Polarity } from "@lib/preprocess/ink/polarity.ts";
import { type LightImage, lightImage } from "@lib/image/light_image.ts";

/** How far each pixel of a row stands off the paper. */
function contrasts(
  pixels: number[],
  paper: number[],
  polarity: Polarity = "dark-on-light",
): number[] {
  const row = (levels: number[]): LightImage => {
    return lightImage(levels.length, 1, Uint8Array.from(levels));
  };
  const found = inkContrast(row(pixels), { light: row(paper), polarity });
  assertEquals(found.counts.reduce((sum, count) => sum + count, 0), pixels.length);
  return Array.from(found.cases, (k) => found.contrasts[k]);
}

Deno.test("inkContrast() is what a pixel lacks of the paper's light, under bright ink what it adds", () => {
  const paper = [200, 200, 200, 200];
  assertEquals(contrasts([200, 80, 210, 80], paper), [0, 120, -10, 120]);
  assertEquals(contrasts([200, 250, 190, 200], paper, "light-on-dark"), [0, 50, -10, 0]);
});

Deno.test("inkContrast() of ink in the shade is that of ink in the light", () => {
  const [light, shade] = contrasts([50, 25], [200, 100]);
  assertAlmostEquals(light, shade, 1e-4);
  assertAlmostEquals(light, (150 / 200) * 150, 1e-4); // as in the average light
});

Deno.test("inkContrast() does not stretch the noise of a sheet that is hardly lit", () => {
  const [dark, light] = contrasts([10, 100], [16, 200]);
  assertLess(dark, light / 4);
});

Deno.test("inkContrast() counts every pixel with its case, however pixels follow each other", () => {
  const rng = rngFromSeed(1);
  for (let round = 0; round < 60; round++) {
    const count = 1 + rng.integer(300);
    const levels = 1 + rng.integer(5);
    const some = (): number[] => {
      const row: number[] = [];
      while (row.length < count) {
        row.push(...new Array(1 + rng.integer(9)).fill(90 + rng.integer(levels)));
      }
      return row.slice(0, count);
    };
    const [pixels, paper] = [some(), some()];
    const row = (of: number[]): LightImage => lightImage(count, 1, Uint8Array.from(of));
    const found = inkContrast(row(pixels), { light: row(paper), polarity: "dark-on-light" });
    const average = paper.reduce((sum, level) => sum + level, 0) / count;
    const counts = found.counts.map(() => 0);
    found.cases.forEach((k, i) => {
      counts[k]++;
      const wanted = (paper[i] - pixels[i]) * average / paper[i];
      assertAlmostEquals(found.contrasts[k], wanted, 1e-4, `${round}`);
    });
    assertEquals(found.counts, counts, `${round}`);
  }
});
