import { assert, assertAlmostEquals, assertEquals, assertThrows } from "../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { resample } from "@lib/image/resample.ts";
import { type InkImage, inkImage } from "@lib/image/ink_image.ts";
import { randomInk } from "../support/random_ink.ts";

function row(...pixels: number[]): InkImage {
  return inkImage(pixels.length, 1, Uint8Array.from(pixels));
}

function mean({ pixels }: InkImage): number {
  return pixels.reduce((a, b) => a + b) / pixels.length;
}

Deno.test("resample() averages the area that a smaller pixel covers, parts included", () => {
  assertEquals([...resample(row(0, 100, 200, 40), 2, 1).pixels], [50, 120]);
  // Each new pixel covers one and a half old ones.
  assertEquals([...resample(row(0, 90, 240), 2, 1).pixels], [30, 190]);
  const column = inkImage(1, 4, Uint8Array.of(0, 100, 200, 40));
  assertEquals([...resample(column, 1, 2).pixels], [50, 120]);
});

Deno.test("resample() loses no thin stroke: the mean stays", () => {
  const rng = rngFromSeed(1);
  const pixels = Uint8Array.from({ length: 97 * 61 }, () => rng.uniform() < 0.1 ? 255 : 0);
  const image = inkImage(97, 61, pixels);
  assertAlmostEquals(mean(resample(image, 20, 13)), mean(image), 0.3);
});

Deno.test("resample() interpolates smoothly when it enlarges, and keeps edges and flat parts", () => {
  const large = resample(row(0, 60, 120, 180, 240), 25, 1).pixels;
  for (let i = 1; i < 25; i++) assert(large[i] >= large[i - 1], `falls at ${i}`);
  assertEquals(large[12], 120);
  assertEquals(new Set(resample(row(77, 77), 9, 5).pixels), new Set([77]));
});

Deno.test("resample() stays within 0 to 255 at sharp edges", () => {
  const { pixels } = resample(row(0, 0, 255, 255, 0, 0), 48, 1);
  assertEquals([Math.min(...pixels), Math.max(...pixels)], [0, 255]);
});

Deno.test("resample() to the same size changes nothing", () => {
  assertEquals(resample(row(1, 2, 3), 3, 1), row(1, 2, 3));
});

Deno.test("resample() refuses sizes that are none", () => {
  for (const side of [0, -1, 1.5, NaN]) {
    assertThrows(() => resample(row(1, 2), side, 1), RangeError, `${side} × 1`);
  }
});

Deno.test("resample() to any smaller size finds the means of the covered areas", () => {
  const rng = rngFromSeed(2);
  const part = (start: number, end: number, k: number): number => {
    return Math.max(0, Math.min(end, k + 1) - Math.max(start, k));
  };
  for (let round = 0; round < 100; round++) {
    const ink = randomInk(rng);
    const [width, height] = [1 + rng.integer(ink.width), 1 + rng.integer(ink.height)];
    const small = resample(ink, width, height);
    const at = rng.integer(width * height);
    const [x, y] = [at % width, Math.floor(at / width)];
    const [wide, high] = [ink.width / width, ink.height / height];
    let sum = 0;
    ink.pixels.forEach((level, i) => {
      const [column, row] = [i % ink.width, Math.floor(i / ink.width)];
      sum += level * part(x * wide, (x + 1) * wide, column) * part(y * high, (y + 1) * high, row);
    });
    assertAlmostEquals(small.pixels[at], sum / (wide * high), 0.51);
  }
});

Deno.test("resample() follows a slope to any larger size, but for its ends", () => {
  const rng = rngFromSeed(3);
  for (let round = 0; round < 100; round++) {
    const [count, more] = [3 + rng.integer(20), 1 + rng.integer(60)];
    const slope = rng.between(-240, 240) / count;
    const level = (place: number): number => 128 + slope * (place - (count - 1) / 2);
    const column = inkImage(1, count, Uint8Array.from({ length: count }, (_, y) => level(y)));
    const { pixels } = resample(column, 1, count + more);
    pixels.forEach((found, i) => {
      const place = (i + 0.5) * count / (count + more) - 0.5;
      if (place >= 1 && place <= count - 2) assertAlmostEquals(found, level(place), 1.7);
    });
  }
});

Deno.test("resample() is one matrix along each axis, rounded, whatever the number of taps", () => {
  const rng = rngFromSeed(6);
  for (let round = 0; round < 120; round++) {
    const ink = randomInk(rng);
    const [width, height] = [1 + rng.integer(2 * ink.width), 1 + rng.integer(2 * ink.height)];
    const [across, down] = [matrix(ink.width, width), matrix(ink.height, height)];
    const { pixels } = resample(ink, width, height);
    pixels.forEach((found, i) => {
      const [x, y] = [i % width, Math.floor(i / width)];
      assertAlmostEquals(found, mixedAt(ink, across[x], down[y]), 0.5001);
    });
  }
});

Deno.test("resample() does the same to an image of many rows or columns, from band to band", () => {
  const rng = rngFromSeed(7);
  const sides = [[1200, 700], [700, 1200], [9000, 40], [40, 9000], [300_000, 2]];
  for (const [wide, high] of sides) {
    const image = inkImage(
      wide,
      high,
      Uint8Array.from({ length: wide * high }, () => rng.integer(256)),
    );
    const scale = rng.between(0.2, 1.4);
    const side = (length: number): number => Math.max(1, Math.round(length * scale));
    const [width, height] = [side(wide), side(high)];
    const { pixels } = resample(image, width, height);
    assertEquals(pixels.length, width * height);
    for (let round = 0; round < 300; round++) {
      const [x, y] = [rng.integer(width), rng.integer(height)];
      const [across, down] = [weightsOf(wide, width, x), weightsOf(high, height, y)];
      assertAlmostEquals(pixels[y * width + x], mixedAt(image, across, down), 0.5001);
    }
  }
});

/** The level, 0 to 255, that a new pixel has before it is rounded.
 *
 * @param across of each old column which part it has
 * @param down of each old row
 */
function mixedAt(
  { width, pixels }: InkImage,
  across: ReadonlyMap<number, number>,
  down: ReadonlyMap<number, number>,
): number {
  let level = 0;
  for (const [row, part] of down) {
    for (const [column, share] of across) level += part * share * pixels[row * width + column];
  }
  return Math.min(255, Math.max(0, level));
}

function matrix(from: number, to: number): ReadonlyMap<number, number>[] {
  return Array.from({ length: to }, (_, i) => weightsOf(from, to, i));
}

/** Which part old pixels have in a new one: of the area it covers, or by cubic convolution. */
function weightsOf(from: number, to: number, i: number): ReadonlyMap<number, number> {
  const keys = (x: number): number => {
    if (x < 1) return (1.5 * x - 2.5) * x * x + 1;
    return x < 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0;
  };
  const weights = new Map<number, number>();
  const [start, end] = [i * from / to, (i + 1) * from / to];
  if (to < from) {
    for (let k = Math.floor(start); k < Math.min(from, Math.ceil(end)); k++) {
      weights.set(k, (Math.min(end, k + 1) - Math.max(start, k)) / (end - start));
    }
    return weights;
  }
  const centre = (i + 0.5) * from / to - 0.5;
  for (let k = Math.floor(centre) - 1; k <= Math.floor(centre) + 2; k++) {
    const inside = Math.min(from - 1, Math.max(0, k));
    weights.set(inside, (weights.get(inside) ?? 0) + keys(Math.abs(k - centre)));
  }
  return weights;
}
