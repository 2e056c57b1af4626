import { assert, assertAlmostEquals, assertEquals } from "../../support/assert.ts";
import { type Rng, rngFromSeed } from "@lib/base/rng.ts";
import { type InkImage, inkImage } from "@lib/image/ink_image.ts";
import { blots } from "@lib/preprocess/disturb/blots.ts";
import { coarsePixels } from "@lib/preprocess/disturb/coarse_pixels.ts";
import { disturb } from "@lib/preprocess/disturb/disturb.ts";
import { grains } from "@lib/preprocess/disturb/grains.ts";
import { hollowStrokes } from "@lib/preprocess/disturb/hollow_strokes.ts";
import { inverted } from "@lib/preprocess/disturb/inverted.ts";
import { patternedPaper } from "@lib/preprocess/disturb/patterned_paper.ts";
import { scribbles } from "@lib/preprocess/disturb/scribbles.ts";
import { unevenLight } from "@lib/preprocess/disturb/uneven_light.ts";
import { digits } from "../../support/written_digits.ts";

const rng = rngFromSeed(31);
const digit = inkImage(28, 28, digits.images.slice(0, 784));
const filled = (level: number): InkImage => inkImage(28, 28, new Uint8Array(784).fill(level));
const all = [
  blots,
  coarsePixels,
  grains,
  hollowStrokes,
  inverted,
  patternedPaper,
  scribbles,
  unevenLight,
];

/** What a disturbance made of an image, drawn a hundred times. */
function draws(make: (ink: InkImage, rng: Rng) => InkImage, ink: InkImage): Uint8Array[] {
  return Array.from({ length: 100 }, (_, i) => make(ink, rng.fork(i)).pixels);
}

const mean = (levels: ArrayLike<number>): number =>
  Array.from(levels).reduce((sum, level) => sum + level, 0) / levels.length;

for (const make of all) {
  Deno.test(`${make.name}() keeps the size and what it was given, and draws by its random numbers alone`, () => {
    const given = digit.pixels.slice();
    const made = draws(make, digit);
    assert(made.every(({ length }) => length === 784));
    assertEquals(digit.pixels, given);
    assertEquals(make(digit, rng.fork(7)).pixels, made[7]);
    const changed = made.filter((pixels) => pixels.join() !== given.join());
    assert(changed.length >= 95, `${changed.length} of 100 differ`);
  });
}

Deno.test("unevenLight() makes a slope of the paper, and strokes brighter than it by one part", () => {
  for (let i = 0; i < 100; i++) {
    const paper = unevenLight(filled(0), rng.fork(i)).pixels;
    const half = unevenLight(filled(128), rng.fork(i)).pixels;
    const full = unevenLight(filled(255), rng.fork(i)).pixels;
    for (let at = 1; at < 27; at++) { // the middle row
      const [left, here, right] = [-1, 0, 1].map((step) => paper[14 * 28 + at + step]);
      const isStraight = Math.abs(left - 2 * here + right) <= 2;
      assert(isStraight || left === 0 || right === 0, `bends at ${at}`);
      const [span, part] = [full[14 * 28 + at] - here, half[14 * 28 + at] - here];
      assert(span >= 44 && (full[14 * 28 + at] === 255 || Math.abs(part - span / 2) <= 2));
    }
  }
});

Deno.test("patternedPaper() lets the pattern show through, and never makes ink fainter than its paper", () => {
  for (let i = 0; i < 100; i++) {
    const paper = patternedPaper(filled(0), rng.fork(i)).pixels;
    const full = patternedPaper(filled(255), rng.fork(i)).pixels;
    // A full stroke covers at least 0.45 of what shows.
    const least = (level: number): number => level + 0.45 * (255 - level) - 1;
    assert(paper.every((level, at) => level <= 215 && full[at] >= least(level)));
    assert(Math.max(...paper) - Math.min(...paper) > 5, "no pattern");
  }
});

Deno.test("grains() leaves most pixels of an image as they are where it is dusty, and the mean where it is noisy", () => {
  const shares = draws(grains, filled(128)).map((pixels) => {
    const share = pixels.filter((level) => level !== 128).length / 784;
    if (share > 0.5) assertAlmostEquals(mean(pixels), 128, 12);
    return share;
  });
  const dusty = shares.filter((share) => share <= 0.5);
  assertAlmostEquals(dusty.length / 100, 0.6, 0.2);
  assert(Math.max(...dusty) > 0.12 && Math.min(...dusty) < 0.05);
});

Deno.test("grains() draws dust that is as often wider as it is higher than a pixel", () => {
  let [wide, high] = [0, 0];
  for (const pixels of draws(grains, filled(128))) {
    if (pixels.filter((level) => level !== 128).length > 784 / 2) continue; // noise
    for (let y = 0; y < 27; y++) {
      for (let x = 0; x < 27; x++) {
        const [level, right, below] = [0, 1, 28].map((step) => pixels[28 * y + x + step]);
        wide += Number(level !== 128 && level === right);
        high += Number(level !== 128 && level === below);
      }
    }
  }
  assert(wide > 200, `${wide} pairs side by side`);
  assertAlmostEquals(high / wide, 1, 0.25);
});

Deno.test("scribbles() add ink and take none, in strokes that cross a part of the image", () => {
  for (const pixels of draws(scribbles, digit)) {
    assert(pixels.every((level, at) => level >= digit.pixels[at]));
  }
  const shares = draws(scribbles, filled(0)).map((pixels) =>
    pixels.filter((level) => level > 0).length / 784
  );
  assert(mean(shares) > 0.1 && mean(shares) < 0.45, `${mean(shares)}`);
});

Deno.test("inverted() inverts pixels or leaves them, all of them in three of ten images", () => {
  const made = draws(inverted, filled(40));
  assert(made.every((pixels) => pixels.every((level) => level === 40 || level === 215)));
  const whole = made.filter((pixels) => pixels.every((level) => level === 215)).length;
  assertAlmostEquals(whole / 100, 0.3, 0.18);
});

Deno.test("blots() cover round places and nothing else", () => {
  for (const pixels of draws(blots, filled(0))) {
    const covered = pixels.filter((level) => level > 0).length;
    assert(covered <= 3 * Math.PI * 5 ** 2, `${covered} pixels`);
  }
});

Deno.test("hollowStrokes() leaves outlines of what is wide, and nothing of plain paper", () => {
  const square = filled(0);
  for (let y = 8; y < 20; y++) square.pixels.fill(255, y * 28 + 8, y * 28 + 20);
  for (const pixels of draws(hollowStrokes, square)) {
    assertEquals(pixels[14 * 28 + 14], 0);
    assert(pixels.filter((level) => level > 200).length >= 44);
  }
  assert(
    draws(hollowStrokes, filled(0)).flatMap((pixels) => [...pixels]).every((level) => level === 0),
  );
});

Deno.test("coarsePixels() keeps plain paper, and about as much ink as there was", () => {
  assert(draws(coarsePixels, filled(0)).every((pixels) => mean(pixels) === 0));
  for (const pixels of draws(coarsePixels, digit)) {
    assertAlmostEquals(mean(pixels) / mean(digit.pixels), 1, 0.3);
  }
});

Deno.test("disturb() disturbs once, twice or three times, what befalls the writing first", () => {
  const image = digit.pixels;
  const inOrder = [
    ...[hollowStrokes, scribbles, blots, patternedPaper],
    ...[unevenLight, inverted, coarsePixels, grains],
  ];
  const counts = [0, 0, 0];
  for (let i = 0; i < 1000; i++) {
    const own = rng.fork(i);
    const draw = own.uniform();
    const count = draw < 0.55 ? 1 : draw < 0.9 ? 2 : 3;
    counts[count - 1]++;
    const ways = [...own.permutation(8).subarray(0, count)].sort();
    const made = ways.reduce((ink, way) => inOrder[way](ink, own), digit);
    assertEquals(disturb(image, rng.fork(i)), made.pixels, `${i}`);
  }
  assertEquals(image, digits.images.slice(0, 784));
  assert(Math.min(...counts) > 60, counts.join());
});
