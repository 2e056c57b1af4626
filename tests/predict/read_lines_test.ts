import { assertAlmostEquals, assertEquals, assertRejects } from "../support/assert.ts";
import { templateModel } from "../support/template_model.ts";
import * as tf from "@tensorflow/tfjs";
import { initBackend } from "@lib/backend/backend.ts";
import { imageAt } from "@lib/download/dataset.ts";
import { loadMnist } from "@lib/download/load_mnist.ts";
import { readLines } from "@lib/predict/read_lines.ts";
import { resample } from "@lib/image/resample.ts";
import { type InkImage, inkImage } from "@lib/image/ink_image.ts";

await initBackend("wasm");
const { train, test } = await loadMnist("small");
const model = templateModel(train);
const [width, height] = [300, 200];

/** Digits of the test set, each about 40 pixels high around a place. */
function page(places: readonly (readonly [index: number, x: number, y: number])[]): InkImage {
  const pixels = new Uint8Array(width * height);
  for (const [index, x, y] of places) {
    const digit = resample(inkImage(28, 28, imageAt(test, index)), 56, 56);
    digit.pixels.forEach((level, i) => {
      const at = (y - 28 + Math.floor(i / 56)) * width + x - 28 + (i % 56);
      pixels[at] = Math.max(pixels[at], level);
    });
  }
  return inkImage(width, height, pixels);
}

const [zero, one, seven] = [3, 2, 0]; // places of such digits in the test set

Deno.test("readLines() reads line by line, from left to right", async () => {
  const sheet = page([[one, 220, 146], [zero, 150, 50], [seven, 60, 54], [zero, 70, 140]]);
  const lines = await readLines(model, sheet);
  assertEquals(lines.map((line) => line.map(({ digit }) => digit)), [[7, 0], [0, 1]]);
  const [first] = lines[0];
  assertAlmostEquals(first.box.x + first.box.width / 2, 60, 8);
  assertAlmostEquals(first.box.y + first.box.height / 2, 54, 8);
  assertAlmostEquals(first.box.height, 40, 5);
  assertEquals(first.normalised.length, 784);
});

Deno.test("readLines() gives a slanted line's boxes where they lie on the page", async () => {
  const slanted = page([[one, 60, 60], [one, 120, 60], [one, 180, 60]]); // ones lean to the right
  const [line] = await readLines(model, slanted);
  assertEquals(line.map(({ digit }) => digit), [1, 1, 1]);
  line.forEach(({ box }, i) => assertAlmostEquals(box.x + box.width / 2, 60 + 60 * i, 5));
});

Deno.test("readLines() leaves out specks and dashes between digits", async () => {
  const sheet = page([[seven, 60, 60], [zero, 180, 60]]);
  for (let x = 110; x < 130; x++) sheet.pixels.fill(255, 60 * width + x, 60 * width + x + 1);
  sheet.pixels[20 * width + 250] = 255;
  const lines = await readLines(model, sheet);
  assertEquals(lines.map((line) => line.map(({ digit }) => digit)), [[7, 0]]);
});

Deno.test("readLines() leaves out lines on which the model sees no digit", async () => {
  const dense = tf.layers.dense({ units: 11, activation: "softmax" });
  const layers = [tf.layers.flatten({ inputShape: [28, 28, 1] }), dense];
  const blind = tf.sequential({ layers });
  const bias = [...new Array<number>(10).fill(0), 6];
  tf.tidy(() => dense.setWeights([tf.zeros([784, 11]), tf.tensor1d(bias)]));
  assertEquals(await readLines(blind, page([[zero, 60, 60], [seven, 120, 60]])), []);
});

Deno.test("readLines() of a blank page is nothing", async () => {
  assertEquals(await readLines(model, page([])), []);
});

Deno.test("readLines() refuses a page of noise", async () => {
  const pixels = Uint8Array.from({ length: 500 * 500 }, (_, i) => {
    return i % 500 % 8 < 2 && Math.floor(i / 500) % 10 < 8 ? 255 : 0;
  });
  const noise = inkImage(500, 500, pixels);
  await assertRejects(() => readLines(model, noise), RangeError, "Cannot read the page");
});
