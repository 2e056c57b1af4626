import { rngFromSeed } from "@lib/base/rng.ts";
import { weighingLimits } from "@lib/predict/weighing/limits.ts";
import { fitWeights, oddsOf } from "../../bench/weighing/fit_weights.ts";
import { cautiousWeights } from "../../bench/weighing.ts";
import results from "../../bench/results/weighing.json" with { type: "json" };
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "../support/assert.ts";

Deno.test("the readers are weighed as `deno task bench weighing` found best, with caution", () => {
  const { weightOfLine, weightOfCuts, weightOfDigit } = weighingLimits;
  const used = { line: weightOfLine, cuts: weightOfCuts, digit: weightOfDigit };
  assertEquals(used, cautiousWeights(results.weights));
});

Deno.test("fitWeights() finds the weights by which choices were made", () => {
  const rng = rngFromSeed(4);
  for (const wanted of [[1, -0.5], [0.3, 2], [0, 0.8]]) {
    const choices = Array.from({ length: 3000 }, () => {
      const options = [0, 1, 2].map(() => [2 * rng.normal(), rng.normal()]);
      let [draw, right] = [rng.uniform(), 0];
      for (const odds of oddsOf(options, wanted)) {
        if ((draw -= odds) < 0) break;
        right++;
      }
      return { options, right: Math.min(right, 2) };
    });
    fitWeights(choices).forEach((weight, k) => {
      assertAlmostEquals(weight, wanted[k], 0.15, `${wanted}`);
    });
  }
});

Deno.test("fitWeights() keeps weights finite where every choice is plain, and wants choices", () => {
  const plain = Array.from({ length: 20 }, () => ({ options: [[1], [0]], right: 0 }));
  const [weight] = fitWeights(plain);
  assert(weight > 2 && weight < 20, `${weight}`);
  assertThrows(() => fitWeights([]), RangeError, "wanted at least one");
});

Deno.test("oddsOf() sums to 1, whatever the size of the scores", () => {
  const odds = oddsOf([[1000], [999], [-1000]], [1]);
  assertAlmostEquals(odds.reduce((sum, one) => sum + one, 0), 1, 1e-12);
  assertAlmostEquals(odds[0] / odds[1], Math.E, 1e-9);
});
