import { assertAlmostEquals, assertEquals, assertGreaterOrEqual } from "../support/assert.ts";
import { photograph, type WrittenDigit } from "../support/photograph.ts";
import { templateModel } from "../support/template_model.ts";
import * as tf from "@tensorflow/tfjs";
import { initBackend } from "@lib/backend/backend.ts";
import { projectPath } from "@lib/base/paths.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { imageAt } from "@lib/download/dataset.ts";
import { loadMnist } from "@lib/download/mnist.ts";
import { readImage } from "@lib/predict/read_image.ts";
import { decodeImage } from "@lib/preprocess/decode_image.ts";
import type { GreyImage } from "@lib/preprocess/grey_image.ts";
import { resample } from "@lib/preprocess/resample.ts";

await initBackend("wasm");
const { train, test } = await loadMnist("small");
const model = templateModel(train);

function photo(digits: readonly WrittenDigit[], width: number, height: number): GreyImage {
  const sheet = { paper: [230, 228, 220], ink: [40, 50, 90], shade: 0.3, texture: 2 } as const;
  const { rgb } = photograph({ width, height, digits, ...sheet }, rngFromSeed(1));
  return { width, height, pixels: rgb.filter((_, i) => i % 3 === 1) };
}

// Digits that the templates read rightly.
const page = photo(
  [12, 13, 14, 15].map((index, i) => ({
    image: imageAt(test, index),
    x: 70 + 90 * (i % 2),
    y: 60 + 90 * Math.floor(i / 2),
    size: 80,
  })),
  230,
  210,
);

Deno.test("readImage() reads a page line by line", () => {
  const { text, digits } = readImage(model, page);
  assertEquals(text, "90\n15");
  assertEquals(digits.map(({ digit }) => digit), [9, 0, 1, 5]);
  digits.forEach(({ box, form }, i) => {
    const [x, y] = [70 + 90 * (i % 2), 60 + 90 * Math.floor(i / 2)];
    assertAlmostEquals(box.x + box.width / 2, x, 12);
    assertAlmostEquals(box.y + box.height / 2, y, 12);
    assertAlmostEquals(Math.max(box.width, box.height), (80 * 20) / 28, 9);
    assertEquals(form.length, 784);
  });
});

Deno.test("readImage() gives boxes in the pixels of the image, however large it is", () => {
  const large = resample(page, 4600, 4200);
  const { text, digits } = readImage(model, large);
  assertEquals(text, "90\n15");
  const small = readImage(model, page).digits;
  digits.forEach(({ box }, i) => {
    assertAlmostEquals(box.x / 20, small[i].box.x, 1.5);
    assertAlmostEquals(box.height / 20, small[i].box.height, 2);
  });
});

Deno.test("readImage() takes all ink for one digit where it is told to", () => {
  const { digits } = readImage(model, page, { single: true });
  assertEquals(digits.length, 1);
  const all = readImage(model, page).digits.map(({ box }) => box);
  assertEquals(digits[0].box.x, Math.min(...all.map(({ x }) => x)));
});

Deno.test("readImage() reads nothing on a blank sheet", () => {
  const blank = photo([], 100, 80);
  assertEquals(readImage(model, blank), { text: "", digits: [] });
  assertEquals(readImage(model, blank, { single: true }), { text: "", digits: [] });
});

Deno.test("readImage() reads MNIST's own images as the model does", () => {
  let same = 0;
  for (let i = 0; i < 200; i++) {
    const pixels = imageAt(test, i);
    const direct = tf.tidy(() => {
      const scores = model.predict(tf.tensor4d(Float32Array.from(pixels), [1, 28, 28, 1]).div(255));
      return (scores as tf.Tensor).argMax(1).dataSync()[0];
    });
    const { text } = readImage(model, { width: 28, height: 28, pixels }, { single: true });
    same += Number(text === String(direct));
  }
  assertGreaterOrEqual(same, 190); // ink at 255 by contrast, not by peak, shifts some levels
});

Deno.test("readImage() leaves no tensors behind", () => {
  const before = tf.memory().numTensors;
  readImage(model, page);
  assertEquals(tf.memory().numTensors, before);
});

Deno.test("readImage() finds every digit of the sample images, line by line", async () => {
  const folder = projectPath("data", "samples");
  const labels: Record<string, string> = JSON.parse(
    await Deno.readTextFile(`${folder}/labels.json`),
  );
  assertGreaterOrEqual(Object.keys(labels).length, 8);
  for (const [file, label] of Object.entries(labels)) {
    const { text } = readImage(model, await decodeImage(`${folder}/${file}`));
    assertEquals(text.replace(/\d/g, "#"), label.replace(/\d/g, "#"), file);
  }
});
