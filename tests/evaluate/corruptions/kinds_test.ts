import { assert, assertAlmostEquals, assertEquals, assertGreater } from "../../support/assert.ts";
import { imageAt } from "@lib/download/dataset.ts";
import type { Severity } from "@lib/evaluate/corruptions/corruption.ts";
import type { CorruptionName } from "@lib/evaluate/corruptions/corruptions.ts";
import { blank, change, digits, side, spoilt } from "./spoilt.ts";

/** Where the ink of an image lies: its amount, middle, spread and slant. */
function moments(image: Uint8Array): Record<"ink" | "x" | "y" | "spread" | "slant", number> {
  let [ink, x, y] = [0, 0, 0];
  image.forEach((level, at) => {
    ink += level;
    x += level * (at % side);
    y += level * Math.floor(at / side);
  });
  [x, y] = [x / ink, y / ink];
  let [spread, across, down] = [0, 0, 0];
  image.forEach((level, at) => {
    const [dx, dy] = [at % side - x, Math.floor(at / side) - y];
    spread += level * (dx * dx + dy * dy);
    across += level * dx * dy;
    down += level * dy * dy;
  });
  return { ink, x, y, spread: Math.sqrt(spread / ink), slant: across / down };
}

function momentsOf(name: CorruptionName, severity?: Severity): [
  before: ReturnType<typeof moments>,
  after: ReturnType<typeof moments>,
][] {
  const images = spoilt(digits, name, 1, severity);
  return Array.from({ length: digits.size }, (_, i) => [
    moments(imageAt(digits, i)),
    moments(imageAt({ ...digits, images }, i)),
  ]);
}

Deno.test("shot noise leaves paper alone, and the mean of the ink, and its variance is the shots'", () => {
  const grey = { ...blank, images: blank.images.map(() => 51) }; // a fifth
  for (const [severity, shots] of [[1, 60], [5, 3]] as const) {
    const levels = Array.from(spoilt(grey, "shot noise", 1, severity), (level) => level / 255);
    const mean = levels.reduce((sum, level) => sum + level) / levels.length;
    const variance = levels.reduce((sum, level) => sum + (level - mean) ** 2, 0) / levels.length;
    assertAlmostEquals(mean, 0.2, 0.01);
    assertAlmostEquals(variance, 0.2 / shots, 0.1 * 0.2 / shots);
  }
  assertEquals(spoilt(blank, "shot noise"), blank.images);
});

Deno.test("impulse noise makes as many pixels paper as full stroke", () => {
  const grey = { ...blank, images: blank.images.map(() => 100) };
  const levels = spoilt(grey, "impulse noise");
  const share = (wanted: number): number =>
    levels.filter((level) => level === wanted).length / levels.length;
  assertAlmostEquals(share(0), 0.085, 0.01);
  assertAlmostEquals(share(255), 0.085, 0.01);
  assertEquals(share(0) + share(255) + share(100), 1);
});

for (const name of ["glass blur", "motion blur"] as const) {
  Deno.test(`${name} spreads the ink, and takes little of it away`, () => {
    for (const [before, after] of momentsOf(name)) {
      assertGreater(after.spread, before.spread);
      assertAlmostEquals(after.ink / before.ink, 1, 0.06);
    }
  });
}

Deno.test("shear slants to either side and keeps the rows", () => {
  const slants = momentsOf("shear").map(([before, after]) => {
    assertAlmostEquals(after.y, before.y, 0.4);
    return after.slant - before.slant;
  });
  for (const slant of slants) assertAlmostEquals(Math.abs(slant), Math.sin(0.4), 0.08);
  assert(slants.some((slant) => slant > 0) && slants.some((slant) => slant < 0));
});

Deno.test("scale makes digits smaller by its share", () => {
  for (const [before, after] of momentsOf("scale")) {
    assertAlmostEquals(after.spread / before.spread, 0.7, 0.04);
    assertAlmostEquals(after.ink / before.ink, 0.49, 0.06);
  }
});

Deno.test("rotate keeps the ink and turns its middle about the image's", () => {
  for (const [before, after] of momentsOf("rotate", 5)) {
    assertAlmostEquals(after.ink / before.ink, 1, 0.05);
    assertAlmostEquals(after.spread, before.spread, 0.4);
  }
  const dot = { ...blank, images: blank.images.slice() };
  dot.images[13 * side + 23] = 255; // nearly 9.5 to the right of the middle
  const { x, y } = moments(spoilt(dot, "rotate", 1, 5).subarray(0, side * side));
  assertAlmostEquals(Math.hypot(x - 13.5, y - 13.5), 9.5, 0.5);
  assertAlmostEquals(Math.abs(Math.atan2(y - 13.5, x - 13.5)), 1, 0.1);
});

Deno.test("translate moves towards all four corners, by its pixels", () => {
  const corners = new Set(
    momentsOf("translate").map(([before, after]) => {
      const [dx, dy] = [after.x - before.x, after.y - before.y].map(Math.round);
      assertEquals([Math.abs(dx), Math.abs(dy)], [3, 3]);
      return `${dx} ${dy}`;
    }),
  );
  assertEquals(corners.size, 4);
});

Deno.test("brightness lifts all levels by the same, as far as they can go", () => {
  const wanted = digits.images.map((level) => Math.min(255, Math.round(level + 127.5)));
  assert(change(spoilt(digits, "brightness"), wanted) < 1);
});

Deno.test("stripe turns two quarters to their negative and back", () => {
  const once = spoilt(digits, "stripe");
  assertEquals(spoilt({ ...digits, images: once }, "stripe"), digits.images);
  once.forEach((level, at) => {
    const isInside = at % side >= 7 && at % side < 21;
    assertEquals(level, isInside ? digits.images[at] : 255 - digits.images[at]);
  });
});

Deno.test("fog lifts the paper, differently from place to place, and leaves strokes brighter", () => {
  const images = spoilt(digits, "fog");
  for (let i = 0; i < digits.size; i++) {
    const [before, after] = [imageAt(digits, i), imageAt({ ...digits, images }, i)];
    const of = (isInk: boolean): number[] =>
      [...after].filter((_, at) => isInk ? before[at] > 250 : before[at] === 0);
    const mean = (values: number[]): number => values.reduce((sum, v) => sum + v) / values.length;
    assertGreater(mean(of(false)), 5);
    assertGreater(mean(of(true)), mean(of(false)) + 20);
    assertGreater(Math.max(...of(false)) - Math.min(...of(false)), 5);
  }
});

Deno.test("spatter covers parts with grey and leaves the rest as it is", () => {
  for (const severity of [1, 2, 3, 4, 5] as const) {
    const ofBlank = spoilt(blank, "spatter", 1, severity);
    const covered = ofBlank.filter((level) => level > 0).length / ofBlank.length;
    assert(covered > 0.01 && covered < 0.6, `${covered} at severity ${severity}`);
    assert(ofBlank.every((level) => level <= 63));
    const images = spoilt(digits, "spatter", 1, severity);
    const changed = images.filter((level, at) => level !== digits.images[at]).length;
    assertAlmostEquals(changed / images.length, covered, 0.15);
  }
});

for (const name of ["dotted line", "zigzag"] as const) {
  Deno.test(`${name} only adds ink, across the whole width`, () => {
    const images = spoilt(digits, name);
    images.forEach((level, at) => assert(level >= digits.images[at]));
    const ofBlank = spoilt(blank, name);
    for (let i = 0; i < blank.size; i++) {
      const image = imageAt({ ...blank, images: ofBlank }, i);
      const columns = Array.from(
        { length: side },
        (_, x) => image.some((level, at) => at % side === x && level > 100),
      );
      const first = columns.indexOf(true);
      assert(first <= 3 && columns.lastIndexOf(true) >= 24, `${columns}`);
      const inked = columns.slice(4, 24).filter(Boolean).length; // half of a zigzag may be outside
      assert(name === "zigzag" ? inked >= 10 : inked >= 8 && inked <= 12, `${columns}`);
    }
  });
}

Deno.test("canny edges leaves thin outlines of full ink, and nothing of paper", () => {
  const images = spoilt(digits, "canny edges");
  assert(images.every((level) => level === 0 || level === 255));
  assertEquals(spoilt(blank, "canny edges"), blank.images);
  const square = { ...blank, images: blank.images.slice() };
  for (let y = 8; y < 20; y++) square.images.fill(255, y * side + 8, y * side + 20);
  const outline = spoilt(square, "canny edges").subarray(0, side * side);
  const edges = outline.filter((level) => level > 0).length;
  assert(edges >= 36 && edges <= 60, `${edges} pixels around a square of 12 × 12`);
  assertEquals(outline[14 * side + 14], 0);
});
