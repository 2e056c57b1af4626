import { assertAlmostEquals, assertEquals, assertLess, assertRejects } from "../support/assert.ts";
import { answerOf, fakeModel, type SeenDigit } from "../support/fake_model.ts";
import { templateModel } from "../support/template_model.ts";
import * as tf from "@tensorflow/tfjs";
import { initBackend } from "@lib/backend/backend.ts";
import { imageAt } from "@lib/download/dataset.ts";
import { loadMnist } from "@lib/download/load_mnist.ts";
import { classify } from "@lib/model/classify.ts";
import type { Box } from "@lib/image/box.ts";
import { adjustPriors } from "@lib/predict/adjust_priors.ts";
import type { ReadDigit } from "@lib/predict/read_digit.ts";
import { cutLines } from "@lib/predict/cut_lines.ts";
import { readLines } from "@lib/predict/read_lines.ts";
import { resample } from "@lib/image/resample.ts";
import { type Writing, writingOf } from "@lib/preprocess/writing/writing.ts";
import { inkImage } from "@lib/image/ink_image.ts";

await initBackend("wasm");
const { train } = await loadMnist("small");
const model = templateModel(train);
const [width, height] = [300, 200];

/** Digits of the training set, each about 40 pixels high around a place. */
function page(places: readonly (readonly [index: number, x: number, y: number])[]): Writing {
  const pixels = new Uint8Array(width * height);
  for (const [index, x, y] of places) {
    const digit = resample(inkImage(28, 28, imageAt(train, index)), 56, 56);
    digit.pixels.forEach((level, i) => {
      const at = (y - 28 + Math.floor(i / 56)) * width + x - 28 + (i % 56);
      pixels[at] = Math.max(pixels[at], level);
    });
  }
  return writingOf(inkImage(width, height, pixels));
}

const known = await classify(
  model,
  Array.from({ length: train.size }, (_, i) => imageAt(train, i)),
);
/** Places of such digits in the training set that this simple model knows well. */
const [zero, one, seven] = [0, 1, 7].map((wanted) =>
  known.findIndex(({ digit, confidence }, i) => {
    return train.labels[i] === wanted && digit === wanted && confidence > 0.9;
  })
);

Deno.test("readLines() reads line by line, from left to right", async () => {
  const sheet = page([[one, 220, 146], [zero, 150, 50], [seven, 60, 54], [zero, 70, 140]]);
  const lines = await readLines(model, sheet);
  assertEquals(lines.map(({ digits }) => digits.map(({ digit }) => digit)), [[7, 0], [0, 1]]);
  const [first] = lines[0].digits;
  assertAlmostEquals(first.box.x + first.box.width / 2, 60, 8);
  assertAlmostEquals(first.box.y + first.box.height / 2, 54, 8);
  assertAlmostEquals(first.box.height, 40, 5);
  assertEquals(first.normalised.length, 784);
});

Deno.test("readLines() gives a slanted line's boxes where they lie on the page", async () => {
  const slanted = page([[one, 60, 60], [one, 120, 60], [one, 180, 60]]); // ones lean to the right
  const [{ digits }] = await readLines(model, slanted);
  assertEquals(digits.map(({ digit }) => digit), [1, 1, 1]);
  digits.forEach(({ box }, i) => assertAlmostEquals(box.x + box.width / 2, 60 + 60 * i, 5));
});

Deno.test("readLines() takes no specks and dashes between digits for digits", async () => {
  const { ink } = page([[seven, 60, 60], [zero, 180, 60]]);
  for (let x = 110; x < 130; x++) ink.pixels.fill(255, 60 * width + x, 60 * width + x + 1);
  ink.pixels[20 * width + 250] = 255;
  const lines = await readLines(model, writingOf(ink));
  assertEquals(lines.map(({ digits }) => digits.map(({ digit }) => digit)), [[7, 0]]);
  assertEquals(lines[0].separators.map(({ sign, after }) => [sign, after]), [["-", 1]]);
});

Deno.test("readLines() reads no digits on lines on which the model sees none, and lists their marks", async () => {
  const dense = tf.layers.dense({ units: 11, activation: "softmax" });
  const layers = [tf.layers.flatten({ inputShape: [28, 28, 1] }), dense];
  const blind = tf.sequential({ layers });
  const bias = [...new Array<number>(10).fill(0), 6];
  tf.tidy(() => dense.setWeights([tf.zeros([784, 11]), tf.tensor1d(bias)]));
  const [line, ...more] = await readLines(blind, page([[zero, 60, 60], [seven, 120, 60]]));
  assertEquals([line.digits, line.separators, line.confidence, more], [[], [], 0, []]);
  assertEquals(line.rejected.map(({ why }) => why), ["no number", "no number"]);
  line.rejected.forEach(({ box }, i) => {
    assertAlmostEquals(box.x + box.width / 2, 60 + 60 * i, 8);
  });
});

Deno.test("readLines() of a blank page is nothing", async () => {
  assertEquals(await readLines(model, page([])), []);
});

Deno.test("readLines() refuses a page of noise", async () => {
  const pixels = Uint8Array.from({ length: 500 * 500 }, (_, i) => {
    return i % 500 % 8 < 2 && Math.floor(i / 500) % 10 < 8 ? 255 : 0;
  });
  const noise = writingOf(inkImage(500, 500, pixels));
  await assertRejects(() => readLines(model, noise), RangeError, "Cannot read the page");
});

/** A page with cups, of strokes 5 pixels wide and open at the top, or with solid blocks. */
function cups(boxes: readonly (Box & { readonly solid?: boolean })[]): Writing {
  const sheet = inkImage(400, 120);
  for (const { x, y, width: wide, height: high, solid = false } of boxes) {
    for (let row = 0; row < high; row++) {
      for (let column = 0; column < wide; column++) {
        const inside = Math.min(column, high - 1 - row, wide - 1 - column) >= 5;
        if (solid || !inside) sheet.pixels[(y + row) * 400 + x + column] = 255;
      }
    }
  }
  return writingOf(sheet);
}

const digit = (x: number): Box => ({ x, y: 30, width: 26, height: 40 });
/** Two solid blocks above each other, as high as a digit. */
const letter = (x: number): (Box & { solid: boolean })[] => [
  { ...digit(x), width: 14, solid: true },
  { x, y: 46, width: 26, height: 24, solid: true },
];

Deno.test("readLines() adjusts its answers to the company of a digit and to the model's prior", async () => {
  const page = cups([digit(20), ...letter(70), ...letter(120), digit(170)]);
  const says = ({ area }: SeenDigit): number[] =>
    area > 180 ? answerOf(8, 0.005, 0.99) : answerOf(0, 0.985, 0.01);
  const [{ digits: [without] }] = await readLines(fakeModel(says).model, page);
  assertAlmostEquals(without.confidence, 0.985, 1e-6);
  for (const prior of [0.2, 0.05]) {
    const [{ digits }] = await readLines(fakeModel(says, { prior }).model, page);
    const others = [1]; // both letters in a row are one gap that no candidate covers
    const [expected] = adjustPriors([without, without], { prior, others });
    assertEquals(digits.length, 2);
    assertAlmostEquals(digits[0].confidence, expected.confidence, 1e-6);
    assertLess(0.001, Math.abs(expected.confidence - 0.985));
  }
});

Deno.test("readLines() hears from each letter between digits, not from low marks", async () => {
  const says = ({ area }: SeenDigit): number[] =>
    area > 180 ? answerOf(8, 0.005, 0.98) : answerOf(0, 0.985, 0.01);
  const { model } = fakeModel(says, { prior: 0.2 });
  const confidence = async (marks: readonly Box[]): Promise<number> => {
    const [{ digits }] = await readLines(model, cups([digit(20), ...marks, digit(170)]));
    assertEquals(digits.length, 2);
    return digits[0].confidence;
  };
  const dash = { x: 80, y: 45, width: 20, height: 10, solid: true };
  const plain = await confidence([]);
  assertEquals(await confidence([dash]), plain);
  assertLess(await confidence(letter(100)), plain);
  const [sure] = adjustPriors(
    [0, 1].map(() => ({
      ...{ digit: 0, confidence: 0.985, nonDigit: 0.01, probabilities: new Float32Array(10) },
    })),
    { prior: 0.2, others: [0.98] },
  );
  assertAlmostEquals(await confidence(letter(100)), sure.confidence, 1e-6);
});

Deno.test("cutLines() does not cut a mark that is surely one digit", async () => {
  const asked = async (box: Box, confidence: number, classes: 10 | 11 = 11): Promise<number> => {
    const fake = fakeModel(() => answerOf(0, confidence, 0.005), { classes });
    await cutLines(fake.model, cups([box, ...letter(200)])); // a letter makes the writing 40 high
    return fake.asked();
  };
  const alone = await asked(digit(20), 0.99);
  assertEquals(alone, 2); // both marks; as candidates they are known
  assertLess(alone, await asked(digit(20), 0.97));
  assertLess(alone, await asked(digit(20), 0.99, 10)); // a model that cannot say no
  assertLess(alone, await asked({ x: 20, y: 30, width: 60, height: 40 }, 0.99)); // wider than high
  assertLess(alone, await asked({ x: 20, y: 48, width: 21, height: 22 }, 0.99)); // too low
});

Deno.test("readLines() reads no digits on lines of which the model is not sure enough", async () => {
  const counts = async (confidence: number, classes: 10 | 11 = 11): Promise<number[]> => {
    const { model } = fakeModel(() => answerOf(0, confidence, classes === 11 ? 0.3 : 0), {
      classes,
    });
    const lines = await readLines(model, cups([digit(20), digit(70)]));
    return lines.flatMap(({ digits, rejected }) => [digits.length, rejected.length]);
  };
  assertEquals(await counts(0.45), [0, 2]);
  assertEquals(await counts(0.65), [2, 0]);
  assertEquals(await counts(0.45, 10), [2, 0]); // knows no other
});

Deno.test("readLines() is less sure of digits that were cut out of a mark of a letter's shape", async () => {
  const says = ({ aspect }: SeenDigit): number[] =>
    aspect > 0.3 && aspect < 0.95 ? answerOf(0, 0.95, 0.04) : answerOf(0, 0.001, 0.99);
  /** Two bars with a bridge between them. */
  const pair = async (wide: number): Promise<readonly ReadDigit[]> => {
    const bar = { x: 20, y: 30, width: 15, height: 40, solid: true };
    const bridge = { ...bar, y: 48, width: wide, height: 4 };
    const sheet = cups([bar, bridge, { ...bar, x: 5 + wide }]);
    const [{ digits }] = await readLines(fakeModel(says).model, sheet);
    return digits;
  };
  const [narrow, wide] = [await pair(44), await pair(52)];
  assertEquals([narrow.length, wide.length], [2, 2]);
  const doubt = (width: number): number => 1 / (1 + Math.exp((width / 40 - 1) / 0.12));
  assertAlmostEquals(narrow[0].confidence, 0.95 * (1 - 0.8 * doubt(44)), 0.01);
  assertAlmostEquals(wide[1].confidence, 0.95 * (1 - 0.8 * doubt(52)), 0.01);
});

Deno.test("readLines() refuses a page with too many candidates", async () => {
  const [wide, high] = [1600, 200];
  const pixels = Uint8Array.from({ length: wide * high }, (_, i) => {
    const [x, y] = [i % wide, Math.floor(i / wide) % 50]; // four combs, teeth upwards
    return y >= 4 && y < 24 && (y >= 22 || x % 4 < 2) ? 255 : 0;
  });
  const { model } = fakeModel(() => answerOf(0, 0.5, 0.1));
  await assertRejects(
    () => readLines(model, writingOf(inkImage(wide, high, pixels))),
    RangeError,
    "candidates for digits, wanted at most 8000",
  );
});
