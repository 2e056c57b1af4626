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

Deno.test("resample() is one matrix along each axis, in single precision, whatever the number of taps", () => {
  const rng = rngFromSeed(6);
  for (let round = 0; round < 120; round++) {
    const ink = randomInk(rng);
    const [width, height] = [1 + rng.integer(2 * ink.width), 1 + rng.integer(2 * ink.height)];
    if (width === ink.width && height === ink.height) continue;
    const [across, down] = [matrix(ink.width, width), matrix(ink.height, height)];
    const wanted = new Uint8ClampedArray(width * height);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        let level = 0;
        down[y].forEach((weight, row) => {
          if (weight === 0) return;
          const own = across[x].reduce((sum, part, k) => {
            return sum + part * ink.pixels[row * ink.width + k];
          }, 0);
          level = Math.fround(level + weight * Math.fround(own));
        });
        wanted[y * width + x] = level;
      }
    }
    const found = resample(ink, width, height).pixels;
    assertEquals([...found], [...wanted], `${ink.width} × ${ink.height} to ${width} × ${height}`);
  }
});

/** `[to][from]`, which part each old pixel has in each new one: of the area it covers, or by cubic convolution. */
function matrix(from: number, to: number): number[][] {
  const keys = (x: number): number => {
    if (x < 1) return (1.5 * x - 2.5) * x * x + 1;
    return x < 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0;
  };
  return Array.from({ length: to }, (_, i) => {
    const row = new Array<number>(from).fill(0);
    const [start, end] = [i * from / to, (i + 1) * from / to];
    if (to < from) {
      return row.map((_, k) => {
        const part = Math.min(end, k + 1) - Math.max(start, k);
        return part > 1e-9 ? Math.fround(part / (end - start)) : 0;
      });
    }
    const centre = (i + 0.5) * from / to - 0.5;
    for (let k = Math.floor(centre) - 1; k <= Math.floor(centre) + 2; k++) {
      const inside = Math.min(from - 1, Math.max(0, k));
      row[inside] = Math.fround(row[inside] + keys(Math.abs(k - centre)));
    }
    return row;
  });
}
