import { assert, assertAlmostEquals, assertThrows } from "../../support/assert.ts";
import * as tf from "@tensorflow/tfjs";
import { initBackend } from "@lib/backend/backend.ts";
import { crossEntropy } from "@lib/train/steps/cross_entropy.ts";

await initBackend("wasm");

const scores = [[2, -1, 0.5], [0, 3, -2]];
const right = [0, 2];

function byHand(smoothing: number): number {
  const losses = scores.map((row, index) => {
    const total = Math.log(row.reduce((sum, score) => sum + Math.exp(score), 0));
    return row.reduce((sum, score, digit) => {
      const target = (digit === right[index] ? 1 - smoothing : 0) + smoothing / 3;
      return sum - target * (score - total);
    }, 0);
  });
  return (losses[0] + losses[1]) / 2;
}

function compute(smoothing: number, values = scores): number {
  return tf.tidy(() => {
    const labels = tf.tensor2d([[1, 0, 0], [0, 0, 1]]);
    return crossEntropy(tf.tensor2d(values), labels, smoothing).dataSync()[0];
  });
}

Deno.test("crossEntropy() equals its definition, with and without smoothing", () => {
  for (const smoothing of [0, 0.1, 1]) {
    assertAlmostEquals(compute(smoothing), byHand(smoothing), 1e-5);
  }
});

Deno.test("crossEntropy() of ten equal scores is log 10", () => {
  const loss = tf.tidy(() =>
    crossEntropy(tf.zeros([4, 10]), tf.oneHot([0, 1, 2, 3], 10).toFloat() as tf.Tensor2D)
      .dataSync()[0]
  );
  assertAlmostEquals(loss, Math.log(10), 1e-6);
});

Deno.test("crossEntropy() stays exact where a softmax would round to 0", () => {
  assertAlmostEquals(
    compute(0, [[-500, 0, 0], [0, 0, 0]]),
    (500 + Math.log(2) + Math.log(3)) / 2,
    1e-3,
  );
});

Deno.test("crossEntropy() has the gradient (softmax − target) / batch", () => {
  tf.tidy(() => {
    const logits = tf.tensor2d(scores);
    const labels = tf.tensor2d([[1, 0, 0], [0, 0, 1]]);
    const found = tf.grad((x) => crossEntropy(x as tf.Tensor2D, labels, 0.1))(logits).dataSync();
    const expected = tf.softmax(logits).sub(labels.mul(0.9).add(0.1 / 3)).div(2).dataSync();
    for (const [index, value] of expected.entries()) assertAlmostEquals(found[index], value, 1e-6);
    assert(found.some((value) => value !== 0));
  });
});

Deno.test("crossEntropy() refuses a smoothing that is no share", () => {
  assertThrows(() => compute(1.5), RangeError, "must be 0 to 1");
});
