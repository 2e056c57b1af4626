import { assertEquals } from "../support/assert.ts";
import * as tf from "@tensorflow/tfjs";
import { inkImage } from "@lib/image/ink_image.ts";
import { initBackend } from "@lib/backend/backend.ts";
import type { BoxedInk } from "@lib/image/boxed_ink.ts";
import { classifyCandidates } from "@lib/predict/classify_candidates.ts";
import { answerOf, fakeModel } from "../support/fake_model.ts";

await initBackend("wasm");

/** A model that is the surer of 0 the more ink it sees. */
function inkModel(): tf.LayersModel {
  const input = tf.input({ shape: [28, 28, 1] });
  const mean = tf.layers.globalAveragePooling2d({}).apply(input);
  const kernelInitializer = tf.initializers.constant({ value: 0.5 });
  const dense = tf.layers.dense({ units: 11, kernelInitializer });
  return tf.model({ inputs: input, outputs: dense.apply(mean) as tf.SymbolicTensor });
}

function bar(width: number): BoxedInk {
  const box = { x: 0, y: 0, width, height: 30 };
  return { box, ink: inkImage(width, 30, new Uint8Array(30 * width).fill(255)) };
}

Deno.test("classifyCandidates() takes a candidate with its walls where that is surer", async () => {
  const plain = { ...bar(10), first: 0, end: 1 };
  const scores = await classifyCandidates(inkModel(), [
    plain,
    { ...plain, walled: bar(20) },
    { ...bar(20), first: 0, end: 1, walled: bar(10) },
  ]);
  const inks = scores.map(({ normalised }) => normalised.reduce((sum, level) => sum + level, 0));
  assertEquals(inks[1], inks[2]); // both the wide way
  assertEquals(inks[1] > 1.5 * inks[0], true);
});

Deno.test("classifyCandidates() asks of no walls where the plain ink is sure", async () => {
  for (const [confidence, images] of [[0.97, 2], [0.9, 3]]) {
    const { model, asked } = fakeModel(({ aspect }) => {
      return answerOf(3, aspect > 0.5 ? 1 : confidence, 0);
    });
    const [score] = await classifyCandidates(model, [
      { ...bar(10), first: 0, end: 1, walled: bar(22) },
      { ...bar(12), first: 0, end: 1 },
    ]);
    assertEquals(asked(), images);
    assertEquals(score.confidence, Math.fround(images === 3 ? 1 : confidence));
  }
});
