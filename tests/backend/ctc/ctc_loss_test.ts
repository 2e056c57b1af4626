import { ctcLoss, noLabel } from "@lib/backend/ctc/ctc_loss.ts";
import { type Rng, rngFromSeed } from "@lib/base/rng.ts";
import { assert, assertAlmostEquals, assertEquals } from "../../support/assert.ts";

/** What a way through the columns reads as: repetitions once, blanks not at all. */
function collapsed(way: readonly number[], blank: number): string {
  return way.filter((label, t) => label !== blank && label !== way[t - 1]).join(" ");
}

/** The probability of labels as the sum over every single way through the columns. */
function bruteForce(logits: Float32Array, classes: number, labels: readonly number[]): number {
  const columns = logits.length / classes;
  const wanted = labels.join(" ");
  let sum = 0;
  for (let code = 0; code < classes ** columns; code++) {
    const way = Array.from(
      { length: columns },
      (_, t) => Math.floor(code / classes ** t) % classes,
    );
    if (collapsed(way, classes - 1) !== wanted) continue;
    sum += way.reduce((product, label, t) => {
      const row = [...logits.subarray(t * classes, (t + 1) * classes)].map(Math.exp);
      return product * row[label] / row.reduce((a, b) => a + b);
    }, 1);
  }
  return sum;
}

function drawn(rng: Rng): { logits: Float32Array; classes: number; labels: number[] } {
  const classes = 2 + rng.integer(2);
  const columns = 1 + rng.integer(6);
  const logits = Float32Array.from({ length: columns * classes }, () => 2 * rng.normal());
  const labels = Array.from({ length: rng.integer(4) }, () => rng.integer(classes - 1));
  return { logits, classes, labels };
}

/** The labels as a batch has them. */
function padded(labels: readonly number[]): Uint8Array {
  return Uint8Array.from({ length: 5 }, (_, i) => labels[i] ?? noLabel);
}

Deno.test("the loss is that of the sum over all ways to lay labels over columns", () => {
  const rng = rngFromSeed(1);
  let impossible = 0;
  for (let i = 0; i < 200; i++) {
    const { logits, classes, labels } = drawn(rng.fork(i));
    const probability = bruteForce(logits, classes, labels);
    const loss = ctcLoss({ logits, classes, labels: padded(labels) });
    impossible += Number(probability === 0);
    if (probability === 0) assertEquals(loss, Infinity);
    else assertAlmostEquals(loss, -Math.log(probability), 1e-6, `${i}`);
  }
  assert(impossible > 10 && impossible < 150, `${impossible} were impossible`);
});

Deno.test("the gradient is that of finite differences, and scaled", () => {
  const rng = rngFromSeed(2);
  for (let i = 0; i < 60; i++) {
    const { logits, classes, labels: drawnLabels } = drawn(rng.fork(i));
    const labels = padded(drawnLabels);
    const gradient = new Float32Array(logits.length).fill(NaN);
    const loss = ctcLoss({ logits, classes, labels }, gradient, 0.25);
    for (let k = 0; k < logits.length; k++) {
      if (loss === Infinity) {
        assertEquals(gradient[k], 0);
        continue;
      }
      const at = (step: number): number => {
        const moved = logits.slice();
        moved[k] += step;
        return ctcLoss({ logits: moved, classes, labels });
      };
      assertAlmostEquals(gradient[k], 0.25 * (at(1e-3) - at(-1e-3)) / 2e-3, 2e-4, `${i}: ${k}`);
    }
  }
});

Deno.test("logits too large for an exponential give a finite loss", () => {
  const logits = Float32Array.of(2000, -2000, -2000, 2000, 0, 1000);
  const loss = ctcLoss({ logits, classes: 2, labels: Uint8Array.of(0) }, new Float32Array(6));
  assertAlmostEquals(loss, 0, 1e-9);
});
