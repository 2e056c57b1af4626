import { assertAlmostEquals, assertEquals } from "../support/assert.ts";
import * as tf from "@tensorflow/tfjs";
import { initBackend } from "@lib/backend/backend.ts";
import { readSingle } from "@lib/predict/read_single.ts";
import { type InkImage, inkImage } from "@lib/image/ink_image.ts";

await initBackend("wasm");

/** A model that is the surer of 0 the more ink it sees: by half the mean. */
function inkModel(): tf.LayersModel {
  const input = tf.input({ shape: [28, 28, 1] });
  const mean = tf.layers.globalAveragePooling2d({}).apply(input);
  const kernelInitializer = tf.initializers.constant({ value: 0.5 });
  const dense = tf.layers.dense({ units: 10, kernelInitializer });
  return tf.model({ inputs: input, outputs: dense.apply(mean) as tf.SymbolicTensor });
}

/** A block of 40 × 40 pixels at (20, 20), and what a test adds. */
function sheet(isMore: (x: number, y: number) => boolean = () => false): InkImage {
  const pixels = Uint8Array.from({ length: 100 * 80 }, (_, i) => {
    const [x, y] = [i % 100, Math.floor(i / 100)];
    return (x >= 20 && x < 60 && y >= 20 && y < 60) || isMore(x, y) ? 255 : 0;
  });
  return inkImage(100, 80, pixels);
}

const block = { x: 20, y: 20, width: 40, height: 40 };

Deno.test("readSingle() takes all ink for one digit", async () => {
  const [digit, ...more] = await readSingle(inkModel(), sheet());
  assertEquals([digit.box, digit.digit, digit.normalised.length, more.length], [block, 0, 784, 0]);
  const mean = digit.normalised.reduce((sum, level) => sum + level, 0) / 255 / 784;
  assertAlmostEquals(digit.confidence, mean / 2, 1e-5);
});

Deno.test("readSingle() leaves out other ink where the model is much surer without it", async () => {
  const isNeighbour = (x: number, y: number): boolean => x > 94 && y > 10 && y < 70;
  const [digit] = await readSingle(inkModel(), sheet(isNeighbour));
  assertEquals(digit.box, block);
});

Deno.test("readSingle() keeps all ink where the model is hardly surer without some", async () => {
  const isPart = (x: number, y: number): boolean => x >= 20 && x < 60 && y >= 62 && y < 70;
  const [digit] = await readSingle(inkModel(), sheet(isPart));
  assertEquals(digit.box, { ...block, height: 50 });
});

Deno.test("readSingle() of a blank sheet is nothing", async () => {
  const blank = inkImage(9, 9, new Uint8Array(81));
  assertEquals(await readSingle(inkModel(), blank), []);
});
