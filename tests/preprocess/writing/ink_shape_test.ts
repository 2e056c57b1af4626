import { assertAlmostEquals, assertEquals } from "../../support/assert.ts";
import { fill } from "../../support/drawn_page.ts";
import { randomInk } from "../../support/random_ink.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { drawLine } from "@lib/image/draw_line.ts";
import { inkImage } from "@lib/image/ink_image.ts";
import { inkShape } from "@lib/preprocess/writing/ink_shape.ts";

Deno.test("inkShape() tells how broad, full and leaning a bar is, wherever it lies", () => {
  const rng = rngFromSeed(1);
  for (let round = 0; round < 30; round++) {
    const page = inkImage(120, 100);
    const [wide, high] = [2 + rng.integer(10), 30 + rng.integer(40)];
    fill(page, [rng.integer(60), rng.integer(30)], [wide, high]);
    const { breadth, fullness, lean, isLying } = inkShape(page)!;
    assertAlmostEquals(breadth, wide / high, 1e-6);
    assertAlmostEquals(fullness, 1, 1e-6);
    assertAlmostEquals(lean, 0, 1e-6);
    assertEquals(isLying, false);
  }
});

Deno.test("inkShape() measures a slanted stroke's lean, as full as an upright one", () => {
  const rng = rngFromSeed(2);
  for (let round = 0; round < 30; round++) {
    const page = inkImage(160, 100);
    const lean = rng.between(-0.8, 0.8);
    drawLine(page, [80 - 30 * lean, 80], [80 + 30 * lean, 20], 8);
    const shape = inkShape(page)!;
    assertAlmostEquals(shape.lean, lean, 0.05);
    assertAlmostEquals(shape.fullness, 1, 0.06);
  }
});

Deno.test("inkShape() overlooks the faint edge of a neighbour, and finds none on bare paper", () => {
  const bar = inkImage(60, 80);
  fill(bar, [10, 10], [6, 60]);
  const beside = inkImage(60, 80);
  fill(beside, [10, 10], [6, 60]);
  fill(beside, [40, 0], [20, 80], 40);
  assertEquals(inkShape(beside), inkShape(bar));
  assertEquals(inkShape(inkImage(9, 9)), undefined);
});

Deno.test("inkShape() of any ink is what its moments say, pixel by pixel", () => {
  const rng = rngFromSeed(3);
  for (let round = 0; round < 200; round++) {
    const ink = randomInk(rng);
    const inked = Array.from(ink.pixels.entries()).filter(([, level]) => level >= 48)
      .map(([i, level]) => ({ level, x: i % ink.width, y: Math.floor(i / ink.width) }));
    const mass = inked.reduce((sum, { level }) => sum + level, 0);
    if (mass === 0) {
      assertEquals(inkShape(ink), undefined);
      continue;
    }
    const mean = (of: (pixel: typeof inked[number]) => number): number => {
      return inked.reduce((sum, pixel) => sum + pixel.level * of(pixel), 0) / mass;
    };
    const [mx, my] = [mean(({ x }) => x), mean(({ y }) => y)];
    const [xx, yy] = [
      mean(({ x }) => (x - mx) ** 2) + 1 / 12,
      mean(({ y }) => (y - my) ** 2) + 1 / 12,
    ];
    const xy = mean(({ x, y }) => (x - mx) * (y - my));
    const half = Math.hypot((xx - yy) / 2, xy);
    const [along, across] = [(xx + yy) / 2 + half, (xx + yy) / 2 - half];
    const { lean, breadth, fullness, isLying } = inkShape(ink)!;
    assertAlmostEquals(lean, -xy / yy, 1e-9);
    assertAlmostEquals(breadth, Math.sqrt(across / along), 1e-6);
    assertAlmostEquals(fullness, mass / 255 / (12 * Math.sqrt(along * across)), 1e-6);
    if (Math.abs(xx - yy) > 1e-9) assertEquals(isLying, xx > yy);
  }
});
