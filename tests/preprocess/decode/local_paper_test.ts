import { assertAlmostEquals, assertLess } from "../../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { localPaper } from "@lib/preprocess/decode/local_paper.ts";

Deno.test("localPaper() tells the paper's colour and light under strokes too", () => {
  const rng = rngFromSeed(1);
  for (let round = 0; round < 20; round++) {
    const [width, height] = [20 + rng.integer(150), 20 + rng.integer(150)];
    const levels = [0, 1, 2, 3].map(() => rng.integer(256));
    const [pitch, breadth] = [8 + rng.integer(9), 2 + rng.integer(2)];
    const places = Uint8Array.from({ length: 4 * width * height }, (_, i) => {
      const isInk = (i >> 2) % width % pitch < breadth;
      return isInk ? 255 - levels[i & 3] : levels[i & 3];
    });
    localPaper({ width, height, places }).forEach((level, i) => {
      assertAlmostEquals(level, levels[i & 3], 1e-3);
    });
  }
});

Deno.test("localPaper() follows a slope of colours", () => {
  const [width, height] = [240, 160];
  const places = Uint8Array.from({ length: 4 * width * height }, (_, i) => {
    return 40 + (i & 3) * 20 + Math.round(0.5 * ((i >> 2) % width));
  });
  const paper = localPaper({ width, height, places });
  const middle = 4 * (80 * width + 120);
  assertAlmostEquals(paper[middle], 100, 2);
  paper.forEach((level, i) => {
    // At the edge the cells to one side alone tell it: two cells of 20 places away at most.
    assertLess(Math.abs(level - places[i]), 0.5 * 2 * 20 + 2);
  });
});

Deno.test("localPaper() tells the colour of a single place", () => {
  const paper = localPaper({ width: 1, height: 1, places: Uint8Array.of(9, 80, 200, 90) });
  [9, 80, 200, 90].forEach((level, i) => assertAlmostEquals(paper[i], level, 1e-3));
});
