import { assert, assertAlmostEquals } from "../../../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { allographs } from "@lib/preprocess/handwriting/writer/allographs.ts";
import { cropToInk } from "@lib/image/crop_to_ink.ts";
import { drawLine } from "@lib/image/draw_line.ts";
import { type InkImage, inkImage } from "@lib/image/ink_image.ts";
import { bar, inkMass, inkOf } from "../../../support/shapes.ts";

const rng = rngFromSeed(7);
const stem = bar(3, 20);
const changed = (label: number): ReturnType<typeof bar>[] =>
  Array.from({ length: 1000 }, (_, i) => allographs(stem, label, rng.fork(i)))
    .filter((ink) => ink !== stem).map(cropToInk);

Deno.test("allographs() changes some of the digits that others write otherwise", () => {
  const shares = Array.from({ length: 10 }, (_, label) => changed(label).length / 1000);
  [0.35, 0.45, 0.2, 0, 0.35, 0, 0, 0.35, 0.08, 0.1].forEach((share, label) => {
    assert(Math.abs(shares[label] - share) <= share / 4, `${label}: ${shares[label]}`);
  });
});

/** Rows of the ink that reach farther left or right of the stem than some pixels. */
function rowsBeside(ink: InkImage, side: -1 | 1, least = side === -1 ? 1.6 : 3): number[] {
  const middle = ink.width / 2;
  return Array.from({ length: ink.height }, (_, y) => y).filter((y) => {
    const line = ink.pixels.subarray(y * ink.width, (y + 1) * ink.width);
    return line.some((level, x) => level > 128 && side * (x + 0.5 - middle) > least);
  });
}

/** The changed ones as they are: the stem is in the middle of the sheet, 16 pixels from its top. */
const sheets = (label: number): InkImage[] =>
  Array.from({ length: 1000 }, (_, i) => allographs(stem, label, rng.fork(i)))
    .filter((ink) => ink !== stem);
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const stemTop = 16;

Deno.test("allographs() gives a 1 an upstroke to the left, a foot, or both", () => {
  const ones = sheets(1);
  const kinds = { upstroke: 0, foot: 0, both: 0 };
  for (const ink of ones) {
    assert(ink.width === 3 + 2 * 16 && ink.height === 20 + 2 * 16);
    const [left, right] = [rowsBeside(ink, -1), rowsBeside(ink, 1)];
    const hasUpstroke = left.some((y) => y < stemTop + 15);
    const hasFoot = rowsBeside(ink, 1, 2).some((y) => y > stemTop + 15);
    assert(hasUpstroke || hasFoot, "neither");
    if (hasUpstroke && hasFoot) kinds.both++;
    else if (hasFoot) kinds.foot++;
    else kinds.upstroke++;
    assert(right.every((y) => y > stemTop + 15 && y < stemTop + 22), "a foot is at the bottom");
    assert(left.every((y) => y > stemTop - 3 && y < stemTop + 24));
    if (hasFoot) assert(left.some((y) => y > stemTop + 15), "a foot is on both sides");
  }
  assertAlmostEquals(kinds.upstroke / ones.length, 0.8, 0.06);
  assertAlmostEquals(kinds.foot / ones.length, 0.1, 0.05);
  assertAlmostEquals(kinds.both / ones.length, 0.1, 0.05);
});

Deno.test("allographs() draws upstrokes of a 1 that fall from its top, steep or flat", () => {
  const upstrokes = sheets(1).filter((ink) => rowsBeside(ink, 1).length === 0).map(cropToInk);
  for (const { width, height } of upstrokes) {
    assert(width >= 5 && width <= 17, `${width}`);
    assert(height >= 20 && height <= 24, `${height}`);
  }
  assertAlmostEquals(mean(upstrokes.map(({ width }) => width)), 9.6, 0.7);
  // The leftmost ink is the end of the upstroke.
  const ends = upstrokes.map(({ width, height, pixels }) => {
    const rows = Array.from({ length: height }, (_, y) => y);
    return mean(rows.filter((y) => pixels[y * width] > 64 || pixels[y * width + 1] > 64));
  });
  assertAlmostEquals(mean(ends), 9.5, 1);
  assert(Math.min(...ends) > 2 && Math.max(...ends) < 21, `${Math.max(...ends)}`);
});

Deno.test("allographs() lets the upstroke of a slanted 1 start at its top", () => {
  for (const slant of [-1, 1]) {
    const pixels = new Uint8Array(28 * 28);
    const leaning = inkImage(28, 28, pixels);
    drawLine(leaning, [14 + 5 * slant, 4], [14 - 5 * slant, 23], 3);
    const ones = Array.from({ length: 300 }, (_, i) => allographs(leaning, 1, rng.fork(i)))
      .filter((ink) => ink !== leaning);
    const added = ones.map((ink) => {
      // What is new, beside and above the stem, right of the place where its top is.
      const places = [...ink.pixels.keys()].filter((at) => {
        const [x, y] = [at % 52 - 12, Math.floor(at / 52) - 12];
        const old = x >= 0 && y >= 0 && x < 28 && y < 28 ? pixels[y * 28 + x] : 0;
        return y < 18 && ink.pixels[at] - old > 128;
      });
      return Math.max(0, ...places.map((at) => at % 52 - 12)) - (14 + 5 * slant);
    });
    assert(added.every((right) => right < 4), `${slant}: ${Math.max(...added)}`);
    const widths = ones.map((ink) => cropToInk(ink).width);
    assertAlmostEquals(mean(widths), slant > 0 ? 14.4 : 18.3, 1);
  }
});

Deno.test("allographs() draws feet that reach about a quarter of the height to each side", () => {
  const feet = sheets(1).map((ink) => ({ ink, rows: rowsBeside(ink, 1) }))
    .filter(({ rows }) => rows.length > 0);
  const reaches = feet.map(({ ink, rows }) => {
    const places = rows.flatMap((y) =>
      [...ink.pixels.subarray(y * ink.width, (y + 1) * ink.width).entries()]
        .filter(([, level]) => level > 128).map(([x]) => x - ink.width / 2)
    );
    return Math.max(...places);
  });
  assertAlmostEquals(mean(reaches), 20 * 0.235 + 1, 0.9);
  assert(Math.max(...reaches) < 10 && Math.min(...reaches) > 2.4);
  const bottoms = feet.map(({ rows }) => mean(rows) - stemTop);
  assertAlmostEquals(mean(bottoms), 17.7, 0.6);
});

Deno.test("allographs() bars a 7 on both sides, about halfway up", () => {
  const bars = sheets(7).map((ink) => ({
    left: rowsBeside(ink, -1),
    right: rowsBeside(ink, 1),
    ink,
  }));
  const wide = bars.filter(({ left, right }) => left.length > 0 && right.length > 0);
  assert(wide.length > 0.85 * bars.length, `${wide.length} of ${bars.length}`);
  for (const { ink } of bars) {
    const { width, height } = cropToInk(ink);
    assert(width >= 6 && width <= 18 && height === 20, `${width} × ${height}`);
  }
  assertAlmostEquals(mean(bars.map(({ ink }) => cropToInk(ink).width)), 12.4, 0.8);
  const rows = wide.map(({ left, right }) => (mean(left) + mean(right)) / 2 - stemTop);
  assertAlmostEquals(mean(rows), 10.2, 0.4);
  assert(Math.min(...rows) > 7.4 && Math.max(...rows) < 13, `${Math.min(...rows)}`);
  const tilts = wide.map(({ left, right }) => mean(left) - mean(right));
  assert(Math.min(...tilts) < -1.5 && Math.max(...tilts) > 1.5, "never tilted");
  assert(tilts.every((tilt) => Math.abs(tilt) < 6));
});

Deno.test("allographs() loops a 2 and shortens the right stroke of a 4", () => {
  const open = inkOf(
    "#...#.",
    "#...#.",
    "#...#.",
    "#...#.",
    "######",
    "....#.",
    "....#.",
    "....#.",
  );
  const fours = Array.from({ length: 400 }, (_, i) => allographs(open, 4, rng.fork(i)))
    .filter((ink) => ink !== open);
  assert(fours.every(({ pixels }) => pixels[4] === 0), "the right stroke keeps its top");
  assert(fours.every(({ pixels, width }) => pixels[4 * width] === 255), "the bar goes");
  const two = inkOf(
    ".######.",
    "##....##",
    "......##",
    ".....##.",
    "....##..",
    "...##...",
    "..##....",
    "########",
  );
  const twos = Array.from({ length: 400 }, (_, i) => allographs(two, 2, rng.fork(i)))
    .filter((ink) => ink !== two);
  assertAlmostEquals(twos.length / 400, 0.2, 0.05);
  assert(twos.every((ink) => inkMass(ink) > inkMass(two) + 1), "no loop");
});

Deno.test("allographs() draws with strokes as broad as the digit's", () => {
  const broad = bar(6, 20);
  const sevens = Array.from({ length: 400 }, (_, i) => allographs(broad, 7, rng.fork(i)))
    .filter((ink) => ink !== broad);
  const [fine, thick] = [sheets(7), sevens].map((all) =>
    mean(all.map((ink) => rowsBeside(ink, 1).length).filter((rows) => rows > 0))
  );
  assert(thick > 1.35 * fine, `${fine}, ${thick}`);
});

Deno.test("allographs() keeps a digit without ink as it is", () => {
  const blank = inkImage(28, 28);
  for (let label = 0; label < 10; label++) {
    for (let i = 0; i < 10; i++) assert(allographs(blank, label, rng.fork(i)) === blank);
  }
});

Deno.test("allographs() puts the loop of a 9 on the other side of the stem", () => {
  const nine = inkOf(
    "......",
    ".####.",
    ".#..#.",
    ".####.",
    "....#.",
    "....#.",
    "....#.",
    "......",
  );
  const changed = Array.from({ length: 200 }, (_, i) => allographs(nine, 9, rng.fork(i)))
    .filter((ink) => ink !== nine).map(cropToInk);
  assert(changed.length > 0);
  const row = ({ pixels, width }: typeof nine, y: number): number[] =>
    [...pixels.slice(y * width, (y + 1) * width).keys()].filter((x) => pixels[y * width + x] > 64);
  for (const ink of changed) {
    assert(row(ink, 0).length >= 3, "the loop is above");
    assert(row(ink, ink.height - 1)[0] <= 1, "the stem is at the left");
  }
});

Deno.test("allographs() keeps the loop of a 2 inside its box", () => {
  const two = inkOf(
    ".######.",
    "##....##",
    "......##",
    ".....##.",
    "...##...",
    "..##....",
    "########",
  );
  for (let i = 0; i < 200; i++) {
    const ink = allographs(two, 2, rng.fork(i));
    if (ink !== two) assert(cropToInk(ink).width <= 11 && cropToInk(ink).height <= 9);
  }
});

Deno.test("allographs() bars a 7 in the middle of the sheet where its stem is broken off", () => {
  const broken = inkOf(
    "######....",
    ...Array<string>(18).fill(".........."),
    "##........",
  );
  const sevens = Array.from({ length: 200 }, (_, i) => allographs(broken, 7, rng.fork(i)))
    .filter((ink) => ink !== broken);
  for (const { width, pixels } of sevens) {
    const places = [...pixels.keys()].filter((at) => {
      const y = Math.floor(at / width) - 12;
      return pixels[at] > 128 && y > 2 && y < 17;
    });
    assertAlmostEquals(mean(places.map((at) => at % width)), width / 2, 1);
  }
});
