import { assert, assertAlmostEquals, assertEquals, assertLess } from "../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import type { Classified } from "@lib/model/classify.ts";
import { adjustPriors } from "@lib/predict/adjust_priors.ts";

function read(digit: number, confidence: number, nonDigit: number): Classified {
  const probabilities = new Float32Array(10).fill((1 - confidence - nonDigit) / 9);
  probabilities[digit] = confidence;
  return { digit, confidence, probabilities, nonDigit };
}

Deno.test("adjustPriors() doubts a digit more among marks that are none", () => {
  const [alone] = adjustPriors([read(7, 0.92, 0.05)], { prior: 0.2 });
  const others = [1, 0.99, 1, 0.98];
  const [inAWord] = adjustPriors([read(7, 0.92, 0.05)], { prior: 0.2, others });
  assert(inAWord.confidence < 0.75, `${inAWord.confidence}`);
  assert(alone.confidence > inAWord.confidence + 0.1);
});

Deno.test("adjustPriors() is surer of a doubtful digit in a number", () => {
  const number = Array.from({ length: 6 }, () => read(3, 0.99, 0.001));
  const [doubtful] = adjustPriors([read(0, 0.5, 0.45), ...number], { prior: 0.2 });
  assert(doubtful.confidence > 0.6, `${doubtful.confidence}`);
});

Deno.test("adjustPriors() trusts the training's prior where there are few marks", () => {
  const [sure] = adjustPriors([read(7, 0.9, 0.08)], { prior: 0.2 });
  assertAlmostEquals(sure.confidence, 0.9, 0.03);
  const [doubtful] = adjustPriors([read(7, 0.4, 0.55)], { prior: 0.2 });
  assertLess(0.15, doubtful.confidence); // one doubtful mark does not settle it
});

Deno.test("adjustPriors() keeps probabilities that sum to 1, and which digit is likeliest", () => {
  const digits = [read(4, 0.6, 0.1), read(1, 0.3, 0.6), read(0, 1, 0)];
  const adjusted = adjustPriors(digits, { prior: 0.2, others: [0.2, 0.9] });
  adjusted.forEach(({ digit, confidence, probabilities, nonDigit }, i) => {
    assertEquals(digit, digits[i].digit);
    assertAlmostEquals(confidence, Math.max(...probabilities), 1e-6);
    assertAlmostEquals(probabilities.reduce((sum, p) => sum + p, nonDigit), 1, 1e-6);
  });
});

Deno.test("adjustPriors() takes the most probable share, as a search through all shares finds it", () => {
  const rng = rngFromSeed(4);
  for (let round = 0; round < 25; round++) {
    const prior = 0.1 + 0.5 * rng.uniform();
    const doubts = Array.from({ length: 3 + rng.integer(4) }, () => 0.02 + 0.9 * rng.uniform());
    const [own, ...others] = doubts;
    const [found] = adjustPriors([read(3, (1 - own) * 0.9, own)], { prior, others });
    // Likelihood of a share, times that of two marks of the training's kind.
    const likelihood = (share: number): number =>
      2 * prior * Math.log(share) + 2 * (1 - prior) * Math.log(1 - share) +
      doubts.reduce((sum, doubt) => {
        return sum + Math.log(doubt / prior * share + (1 - doubt) / (1 - prior) * (1 - share));
      }, 0);
    const shares = Array.from({ length: 999 }, (_, i) => (i + 1) / 1000);
    const best = shares.reduce((a, b) => likelihood(b) > likelihood(a) ? b : a);
    const [no, yes] = [own / prior * best, (1 - own) / (1 - prior) * (1 - best)];
    assertAlmostEquals(found.nonDigit, no / (no + yes), 0.02, `round ${round}`);
  }
});

Deno.test("adjustPriors() changes little where the line is as the training was", () => {
  const others = [1, 0, 0, 0, 0, 0.2]; // with the digit itself a fifth are no digits
  const [{ confidence }] = adjustPriors([read(5, 0.7, 0.2)], { prior: 0.2, others });
  assertAlmostEquals(confidence, 0.7, 1e-6);
  const [rarer] = adjustPriors([read(5, 0.7, 0.2)], { prior: 0.5, others });
  assertLess(0.74, rarer.confidence); // trained where half were none: here they are rarer
});

Deno.test("adjustPriors() leaves a model alone that knows digits alone, or says no prior", () => {
  const digits = [read(4, 0.6, 0), read(1, 0.3, 0)];
  assertEquals(adjustPriors(digits, { prior: 0.2 }), digits);
  const doubtful = [read(4, 0.6, 0.3)];
  assertEquals(adjustPriors(doubtful, { prior: undefined, others: [1, 1] }), doubtful);
  const mixed = [read(4, 0.6, 0), read(1, 0.3, 0.6)]; // one certainty is no such model
  assert(adjustPriors(mixed, { prior: 0.2 })[1].nonDigit !== 0.6);
});
