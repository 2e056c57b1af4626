import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertGreater,
  assertLess,
} from "../../support/assert.ts";
import { photograph, type Scene } from "../../../bench/pages/photograph.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { imageAt } from "@lib/download/dataset.ts";
import { loadMnist } from "@lib/download/load_mnist.ts";
import { crop } from "@lib/image/crop.ts";
import { findInk } from "@lib/preprocess/ink/find_ink.ts";
import { inkBox } from "@lib/image/ink_box.ts";
import { type InkImage, inkImage } from "@lib/image/ink_image.ts";
import { type LightImage, lightImage } from "@lib/image/light_image.ts";

const { train } = await loadMnist("package");

/** A grey photograph of one digit, and where its ink lies. */
function photo(look: Partial<Scene> = {}, index = 76): { image: LightImage; truth: InkImage } {
  const [width, height] = [180, 160];
  const digits = [{ image: imageAt(train, index), x: 90, y: 80, size: 140 }];
  const sheet = { paper: [220, 220, 220], ink: [50, 50, 50] } as const;
  const scene = { width, height, digits, ...sheet, ...look };
  const { rgb, ink } = photograph(scene, rngFromSeed(1));
  return { image: lightImage(width, height, rgb.filter((_, i) => i % 3 === 0)), truth: ink };
}

/** The share of pixels that are taken for ink or paper as they should be; edges do not count. */
function agreement(ink: InkImage, truth: InkImage): number {
  let [right, total] = [0, 0];
  truth.pixels.forEach((level, i) => {
    if (level > 0 && level < 235) return;
    total++;
    if (level > 128 ? ink.pixels[i] > 128 : ink.pixels[i] === 0) right++;
  });
  return right / total;
}

function flat(level: number, noise = 0): LightImage {
  const rng = rngFromSeed(3);
  const pixels = Uint8ClampedArray.from({ length: 12_000 }, () => level + noise * rng.normal());
  return lightImage(120, 100, new Uint8Array(pixels.buffer));
}

const looks: Record<string, Partial<Scene>> = {
  "dark on light": {},
  "light on dark": { paper: [40, 40, 40], ink: [230, 230, 230] },
  "pale pencil": { ink: [165, 165, 165], texture: 3 },
  "rough paper": { texture: 6 },
  "light from one side": { shade: 0.6, lightFrom: 0, texture: 2 },
  "chalk under light from one side": {
    ...{ paper: [70, 70, 70], ink: [220, 220, 220], shade: 0.4, texture: 3 },
  },
  "squared paper": { squares: 24, texture: 2 },
  "bold marker": { threshold: 0.2 },
};

for (const [name, look] of Object.entries(looks)) {
  Deno.test(`findInk() separates ink from paper: ${name}`, () => {
    const { image, truth } = photo(look);
    const ink = findInk(image);
    assertEquals([ink.width, ink.height], [image.width, image.height]);
    assertGreater(agreement(ink, truth), 0.99);
    assertGreater(ink.pixels.filter((level) => level === 255).length, 200);
  });
}

Deno.test("findInk() finds the same ink on a negative", () => {
  const { image } = photo({ shade: 0.3 });
  const negative = { ...image, pixels: image.pixels.map((level) => 255 - level) };
  const [ink, same] = [findInk(image), findInk(negative)];
  const apart = ink.pixels.filter((level, i) => level > 128 !== same.pixels[i] > 128).length;
  assertLess(apart / ink.pixels.length, 0.01);
});

Deno.test("findInk() finds MNIST's polarity, and its negative's, on 300 digits", () => {
  for (let i = 0; i < 300; i++) {
    const pixels = imageAt(train, i);
    for (const light of [pixels, pixels.map((level) => 255 - level)]) {
      const ink = findInk(lightImage(28, 28, light)).pixels;
      const same = ink.filter((level, k) => level > 127 === pixels[k] > 127).length;
      assertGreater(same, 720, `digit ${i}`);
    }
  }
});

Deno.test("findInk() leaves blank sheets blank: white, black, grey, noisy, unevenly lit", () => {
  const sloping = flat(0).pixels.map((_, i) => 60 + (i % 120));
  const sheets = [flat(255), flat(0), flat(128), flat(200, 2), flat(128, 12), {
    ...flat(0),
    pixels: sloping,
  }];
  for (const sheet of sheets) assert(findInk(sheet).pixels.every((level) => level === 0));
  const pixel = lightImage(1, 1, Uint8Array.of(50));
  assertEquals(findInk(pixel), inkImage(1, 1));
});

Deno.test("findInk() keeps the soft edges of strokes, and drops specks", () => {
  const { image } = photo();
  const pixels = image.pixels.slice();
  pixels[3 * 180 + 5] = 40; // a grain of dust
  const ink = findInk({ ...image, pixels }).pixels;
  assertEquals(ink[3 * 180 + 5], 0);
  assertGreater(ink.filter((level) => level > 40 && level < 215).length, 100);
});

Deno.test("findInk() makes a stroke equally strong in light and in shade", () => {
  const [width, height] = [200, 60];
  const pixels = Uint8Array.from({ length: width * height }, (_, i) => {
    const light = 0.4 + (0.6 * (i % width)) / width;
    const isInk = Math.abs(Math.floor(i / width) - 30) < 4;
    return light * (isInk ? 120 : 230);
  });
  const { pixels: ink } = findInk(lightImage(width, height, pixels));
  const [shade, light] = [ink[30 * width + 10], ink[30 * width + 190]];
  assertGreater(shade / light, 0.8);
});

Deno.test("findInk() does not change its input", () => {
  const { image } = photo();
  const before = image.pixels.slice();
  findInk(image);
  assertEquals(image.pixels, before);
});

Deno.test("findInk() takes noise for bare paper, however strong and dense it is", () => {
  const rng = rngFromSeed(4);
  for (const share of [0.02, 0.2, 0.5]) {
    const pixels = Uint8Array.from({ length: 12_000 }, () => rng.uniform() < share ? 0 : 255);
    const ink = findInk(lightImage(120, 100, pixels));
    assertEquals(ink.pixels.filter((level) => level > 0).length, 0, `${share}`);
  }
});

Deno.test("findInk() finds the ink of a tightly cut digit, thick or thin", () => {
  let wrong = 0;
  for (let i = 0; i < 50; i++) {
    const whole = lightImage(28, 28, imageAt(train, i));
    const digit = crop(whole, inkBox(inkImage(28, 28, whole.pixels))!);
    const { pixels } = findInk({ ...digit, pixels: digit.pixels.map((level) => 255 - level) });
    const off = pixels.filter((level, k) => Math.abs(level - digit.pixels[k]) > 60).length;
    wrong += Number(off / pixels.length >= 0.03);
  }
  assertLess(wrong, 2); // a 1 four pixels wide is more ink than paper
});

Deno.test("findInk() finds the ink of digits cut out of a photograph without a margin", () => {
  const looks = [{}, { shade: 0.4, grain: 0.3, texture: 3 }, { shade: 0.7, ink: [70, 70, 70] }];
  for (const look of looks) {
    const shares = [2, 3, 5, 7, 8].map((index) => {
      const { image, truth } = photo(look as Partial<Scene>, index);
      const box = inkBox(truth, 128)!;
      return agreement(findInk(crop(image, box)), crop(truth, box));
    });
    assertGreater(shares.sort((a, b) => a - b)[2], 0.8);
  }
});

/** Four strokes of a contrast on paper of level 200 with normal noise; beside each there is a band that
 * stands off the paper by another contrast. */
function strokesWithBands(
  { noise, stroke, band, seed = 1 }: {
    readonly noise: number;
    readonly stroke: number;
    readonly band: number;
    readonly seed?: number;
  },
): { readonly image: LightImage; readonly isBand: (i: number) => boolean } {
  const [width, height] = [240, 160];
  const rng = rngFromSeed(seed);
  const isStroke = (x: number, y: number): boolean =>
    x % 60 > 20 && x % 60 < 30 && y > 20 && y < 140;
  const isBeside = (x: number, y: number): boolean => {
    return x % 60 >= 30 && x % 60 < 35 && y > 60 && y < 80;
  };
  const pixels = Uint8ClampedArray.from({ length: width * height }, (_, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    const contrast = isStroke(x, y) ? stroke : isBeside(x, y) ? band : 0;
    return 200 - contrast + noise * rng.normal();
  });
  return {
    image: lightImage(width, height, new Uint8Array(pixels.buffer)),
    isBand: (i) => isBeside(i % width, Math.floor(i / width)),
  };
}

/** The mean ink of the bands, as a part of full ink. */
function bandInk(noise: number, stroke: number, band: number): number {
  const { image, isBand } = strokesWithBands({ noise, stroke, band });
  const found = findInk(image).pixels.filter((_, i) => isBand(i));
  return found.reduce((sum, level) => sum + level, 0) / found.length / 255;
}

Deno.test("findInk() cuts off three and a half times the noise, or a quarter of the ink", () => {
  // What is cut off is 0, the strokes' own contrast is 1, and between the two it grows evenly.
  const wanted = (noise: number, stroke: number, band: number): number => {
    const cut = Math.max(3.5 * noise, stroke / 4);
    return (band - cut) / (stroke - cut);
  };
  for (const [noise, stroke, band] of [[9, 90, 60], [8, 84, 58], [2, 100, 60], [3, 140, 70]]) {
    const found = bandInk(noise, stroke, band);
    assertAlmostEquals(found, wanted(noise, stroke, band), 0.05, `${noise} ${stroke} ${band}`);
  }
});

Deno.test("findInk() cuts off nothing where the paper has no noise", () => {
  assertAlmostEquals(bandInk(0, 100, 60), 0.6, 0.02);
});

Deno.test("findInk() finds ink that stands off the paper by 14 levels, and by five times its noise", () => {
  const isFound = (noise: number, stroke: number): boolean => {
    const { image } = strokesWithBands({ noise, stroke, band: 0 });
    return findInk(image).pixels.some((level) => level > 0);
  };
  assertEquals([isFound(0, 12), isFound(0, 16)], [false, true]);
  assertEquals([isFound(8, 15), isFound(8, 48)], [false, true]);
});

/** A bar, and a dot of some pixels and contrast apart from it. */
function dotLeft(size: number, contrast: number): boolean {
  const [width, height] = [120, 90];
  const rng = rngFromSeed(2);
  const pixels = Uint8Array.from({ length: width * height }, (_, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    const isBar = x > 20 && x <= 30 && y > 10 && y <= 70; // 600 pixels
    const isDot = y === 40 && x >= 80 && x < 80 + size;
    return isBar ? 80 : isDot ? 200 - contrast : 200 + 2 * rng.normal();
  });
  return findInk(lightImage(width, height, pixels)).pixels[40 * width + 81] > 0;
}

Deno.test("findInk() drops specks: less than a 150th of the typical piece, or without a core", () => {
  assertEquals([dotLeft(3, 120), dotLeft(5, 120)], [false, true]);
  assertEquals([dotLeft(30, 70), dotLeft(30, 84)], [false, true]);
});
