import { assertAlmostEquals, assertThrows } from "../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { fitTemperature } from "@lib/evaluate/fit_temperature.ts";

/** Labels drawn by the probabilities of some logits; what a classifier says whose logits are as many
 * times larger. */
function judged(times: number): { probabilities: Float32Array; labels: Uint8Array } {
  const rng = rngFromSeed(3);
  const [images, classes] = [20_000, 4];
  const probabilities = new Float32Array(images * classes);
  const labels = new Uint8Array(images);
  for (let i = 0; i < images; i++) {
    const logits = Array.from({ length: classes }, () => 2 * rng.normal());
    const truth = softmax(logits);
    let ticket = rng.uniform();
    labels[i] = Math.max(0, truth.findIndex((share) => (ticket -= share) < 0));
    probabilities.set(softmax(logits.map((logit) => times * logit)), i * classes);
  }
  return { probabilities, labels };
}

function softmax(logits: number[]): number[] {
  const powers = logits.map(Math.exp);
  const sum = powers.reduce((a, b) => a + b);
  return powers.map((power) => power / sum);
}

Deno.test("fitTemperature() finds how much too sure or unsure a classifier is", () => {
  for (const times of [0.4, 1, 3]) {
    assertAlmostEquals(fitTemperature(judged(times)) / times, 1, 0.03, `${times}`);
  }
});

Deno.test("fitTemperature() copes with probabilities that were rounded to 0 and 1", () => {
  const probabilities = Float32Array.of(1, 0, 1, 0, 1, 0);
  const temperature = fitTemperature({ probabilities, labels: Uint8Array.of(0, 0, 1) });
  assertAlmostEquals(temperature, 20, 0.1);
});

Deno.test("fitTemperature() refuses numbers that do not go together", () => {
  const probabilities = new Float32Array(7);
  assertThrows(() => fitTemperature({ probabilities, labels: new Uint8Array(2) }), RangeError);
  assertThrows(
    () => fitTemperature({ probabilities: new Float32Array(0), labels: new Uint8Array(0) }),
    RangeError,
    "an image at least",
  );
});
