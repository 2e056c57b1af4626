import { assert, assertEquals } from "../../support/assert.ts";
import { imageAt } from "@lib/download/dataset.ts";
import { loadMnist } from "@lib/download/load_mnist.ts";
import { crop } from "@lib/image/crop.ts";
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
    const whole = lightImage(28, 28, imageAt(test, i));
    const digit = crop(whole, inkBox(whole)!);
    for (const bright of [digit, resample(digit, 16, 16), resample(digit, 80, 100)]) {
      wrong += Number(isDarker(bright)) + Number(!isDarker(inverse(bright)));
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
  assertEquals(isDarker(lightImage(width, height, pixels)), true);
});

Deno.test("polarity() of a blank sheet is true", () => {
  assertEquals(isDarker(lightImage(5, 4, new Uint8Array(20).fill(90))), true);
});
