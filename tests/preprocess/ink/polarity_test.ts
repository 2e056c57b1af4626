import { assert, assertEquals } from "../../support/assert.ts";
import { imageAt } from "@lib/download/dataset.ts";
import { loadMnist } from "@lib/download/load_mnist.ts";
import { crop } from "@lib/image/crop.ts";
import { inkImage } from "@lib/image/ink_image.ts";
import { inkBox } from "@lib/image/ink_box.ts";
import { type Polarity, polarity } from "@lib/preprocess/ink/polarity.ts";
import { resample } from "@lib/image/resample.ts";
import { smoothBackground } from "@lib/preprocess/ink/smooth_background.ts";
import { type LightImage, lightImage } from "@lib/image/light_image.ts";

const { train } = await loadMnist("package");

function polarityOf(image: LightImage): Polarity {
  return polarity(image, smoothBackground(image));
}

function inverse(image: LightImage): LightImage {
  return { ...image, pixels: image.pixels.map((level) => 255 - level) };
}

Deno.test("polarity() knows ink in tightly cut digits, of any size", () => {
  let wrong = 0;
  for (let i = 0; i < 100; i++) {
    const whole = lightImage(28, 28, imageAt(train, i));
    const digit = crop(whole, inkBox(inkImage(28, 28, whole.pixels))!);
    for (const bright of [digit, resample(digit, 16, 16), resample(digit, 80, 100)]) {
      wrong += Number(polarityOf(bright) !== "light-on-dark");
      wrong += Number(polarityOf(inverse(bright)) !== "dark-on-light");
    }
  }
  assert(wrong <= 6, `${wrong} of 600`);
});

Deno.test("polarity() is not led astray by the edge of a shadow", () => {
  const [width, height] = [300, 200];
  const pixels = Uint8Array.from({ length: width * height }, (_, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    const light = 110 + 90 / (1 + Math.exp((y + 0.7 * x - 230) / 4)); // a soft edge
    return Math.hypot(x - 120, y - 80) < 30 && Math.hypot(x - 120, y - 80) > 24
      ? 0.7 * light
      : light;
  });
  assertEquals(polarityOf(lightImage(width, height, pixels)), "dark-on-light");
});

Deno.test("polarity() of a blank sheet is dark on light", () => {
  assertEquals(polarityOf(lightImage(5, 4, new Uint8Array(20).fill(90))), "dark-on-light");
});

/** The polarity of columns of some levels, seen against an even background. */
function againstEven(level: (x: number, y: number) => number, background: number): Polarity {
  const pixels = Uint8Array.from({ length: 10_000 }, (_, i) => level(i % 100, Math.floor(i / 100)));
  return polarity(lightImage(100, 100, pixels), lightImage(100, 100, pixels.map(() => background)));
}

Deno.test("polarity() goes by what stands farther off the light, be it less", () => {
  // Two columns of ink, and a slightly uneven sheet that differs from the light the other way.
  for (const sign of [-1, 1]) {
    const found = againstEven((x) => {
      return 128 + sign * (x === 30 || x === 60 ? 90 : x % 3 === 0 ? -9 : -3);
    }, 128);
    assertEquals(found, sign < 0 ? "dark-on-light" : "light-on-dark");
  }
});

Deno.test("polarity() of a tightly cut digit goes by its border, its share and its pieces", () => {
  // Half of each, seen against the middle: only the border decides, then the number of pieces.
  const half = (isDark: (x: number, y: number) => boolean): Polarity => {
    return againstEven((x, y) => isDark(x, y) ? 28 : 228, 128);
  };
  const isInside = (x: number, y: number): boolean =>
    Math.max(Math.abs(x - 49.5), Math.abs(y - 49.5)) < 35;
  assertEquals(half(isInside), "dark-on-light");
  assertEquals(half((x, y) => !isInside(x, y)), "light-on-dark");
  // A cross parts what lies around it into four corners.
  const isCross = (x: number, y: number): boolean => {
    return Math.abs(x - 49.5) < 14 || Math.abs(y - 49.5) < 14;
  };
  assertEquals(half(isCross), "dark-on-light");
  assertEquals(half((x, y) => !isCross(x, y)), "light-on-dark");
});
