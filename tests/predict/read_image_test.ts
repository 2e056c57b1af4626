import { assertAlmostEquals, assertEquals, assertGreaterOrEqual } from "../support/assert.ts";
import { photograph } from "../../bench/pages/photograph.ts";
import type { WrittenDigit } from "../../bench/pages/write_digits.ts";
import * as tf from "@tensorflow/tfjs";
import { initBackend } from "@lib/backend/backend.ts";
import { projectPath } from "@lib/base/paths.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { imageAt } from "@lib/download/dataset.ts";
import { loadMnist } from "@lib/download/load_mnist.ts";
import { loadHandwritingModel } from "@lib/model/load_handwriting_model.ts";
import { readImage, type Reading } from "@lib/predict/read_image.ts";
import { decodeImage } from "@lib/preprocess/decode/decode_image.ts";
import { resample } from "@lib/image/resample.ts";
import { type LightImage, lightImage } from "@lib/image/light_image.ts";

await initBackend("wasm");
const { train } = await loadMnist("package");
const written = [12, 13, 14, 15];
const labels = written.map((index) => train.labels[index]);
const lines = `${labels.slice(0, 2).join("")}\n${labels.slice(2).join("")}`;
const model = await loadHandwritingModel();

function photo(digits: readonly WrittenDigit[], width: number, height: number): LightImage {
  const sheet = { paper: [230, 228, 220], ink: [40, 50, 90], shade: 0.3, texture: 2 } as const;
  const { rgb } = photograph({ width, height, digits, ...sheet }, rngFromSeed(1));
  return lightImage(width, height, rgb.filter((_, i) => i % 3 === 1));
}

const page = photo(
  written.map((index, i) => ({
    image: imageAt(train, index),
    x: 70 + 90 * (i % 2),
    y: 60 + 90 * Math.floor(i / 2),
    size: 80,
  })),
  230,
  210,
);

Deno.test("readImage() reads a page line by line", async () => {
  const { text, digits } = await readImage(model, page);
  assertEquals(text, lines);
  assertEquals(digits.map(({ digit }) => digit), labels);
  digits.forEach(({ box, normalised }, i) => {
    const [x, y] = [70 + 90 * (i % 2), 60 + 90 * Math.floor(i / 2)];
    assertAlmostEquals(box.x + box.width / 2, x, 12);
    assertAlmostEquals(box.y + box.height / 2, y, 12);
    assertAlmostEquals(Math.max(box.width, box.height), (80 * 20) / 28, 9);
    assertEquals(normalised.length, 784);
  });
});

Deno.test("readImage() gives boxes in the pixels of the image, however large it is", async () => {
  const large = resample(page, 4600, 4200);
  const { text, digits } = await readImage(model, large);
  assertEquals(text, lines);
  const small = (await readImage(model, page)).digits;
  digits.forEach(({ box }, i) => {
    assertAlmostEquals(box.x / 20, small[i].box.x, 1.5);
    assertAlmostEquals(box.height / 20, small[i].box.height, 2);
  });
});

Deno.test("readImage() reads one digit where it is told to, whatever there is", async () => {
  const { digits } = await readImage(model, page, { single: true });
  assertEquals(digits.length, 1);
});

Deno.test("readImage() reads nothing on a blank sheet", async () => {
  const blank = photo([], 100, 80);
  const nothing: Reading = {
    ...{ text: "", written: "", digits: [], confidence: 0 },
    ...{ lines: [], rejected: [], turned: 0 as const },
  };
  assertEquals(await readImage(model, blank), nothing);
  assertEquals(await readImage(model, blank, { single: true }), nothing);
});

Deno.test("readImage() reads MNIST's own images as the model does", async () => {
  let same = 0;
  for (let i = 0; i < 200; i++) {
    const pixels = imageAt(train, i);
    const direct = tf.tidy(() => {
      const scores = model.predict(tf.tensor4d(Float32Array.from(pixels), [1, 28, 28, 1]).div(255));
      return (scores as tf.Tensor).argMax(1).dataSync()[0];
    });
    const { text } = await readImage(model, lightImage(28, 28, pixels), { single: true });
    same += Number(text === String(direct));
  }
  assertGreaterOrEqual(same, 190); // ink at 255 by contrast, not by peak, shifts some levels
});

Deno.test("readImage() leaves no tensors behind", async () => {
  const before = tf.memory().numTensors;
  await readImage(model, page);
  assertEquals(tf.memory().numTensors, before);
});

Deno.test("readImage() finds every digit of the sample images, line by line", async () => {
  const folder = projectPath("data", "samples");
  const labels: Record<string, string> = JSON.parse(
    await Deno.readTextFile(`${folder}/labels.json`),
  );
  assertGreaterOrEqual(Object.keys(labels).length, 8);
  for (const [file, label] of Object.entries(labels)) {
    const { text } = await readImage(model, await decodeImage(`${folder}/${file}`));
    assertEquals(text.replace(/\d/g, "#"), label.replace(/\d/g, "#"), file);
  }
});

Deno.test("readImage() reads a line of one row, and shrinks large images only", async () => {
  const thin = lightImage(9000, 1, new Uint8Array(9000).fill(200));
  assertEquals((await readImage(model, thin)).text, "");
});
