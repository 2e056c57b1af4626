import { assert, assertAlmostEquals, assertEquals, assertLess } from "../support/assert.ts";
import { type Rng, rngFromSeed } from "@lib/base/rng.ts";
import { mean } from "@lib/base/statistics.ts";
import { importanceOf } from "@lib/tune/importance.ts";
import { nextSettings } from "@lib/tune/sampler.ts";
import type { Settings, Space } from "@lib/tune/space.ts";
import type { Trial } from "@lib/tune/trial.ts";

const space: Space = {
  learningRate: { kind: "log-uniform", low: 1e-3, high: 10 },
  batchSize: { kind: "choice", values: [16, 32, 64, 128] },
  epochs: { kind: "integer", low: 1, high: 2 },
  momentum: { kind: "uniform", low: 0, high: 0.99 },
};

function trialsOf(count: number, rng: Rng, accuracy: (settings: Settings) => number): Trial[] {
  const trials: Trial[] = [];
  for (let number = 0; number < count; number++) {
    const settings = nextSettings("random", space, rng, trials);
    const score = { validationAccuracy: accuracy(settings), validationLoss: 1, accuracies: [1] };
    trials.push({ number, settings, ...score, isStopped: false, seconds: 0 });
  }
  return trials;
}

Deno.test("importanceOf() finds what accuracy hangs on: a peak, a choice, one of two numbers", () => {
  const choices: Record<number, number> = { 16: 0.2, 32: 0.9, 64: 0.3, 128: 0.25 };
  const functions: [keyof Settings, (settings: Settings) => number][] = [
    ["learningRate", ({ learningRate = 1 }) => -((Math.log10(learningRate) + 1) ** 2)],
    ["batchSize", ({ batchSize = 16 }) => choices[batchSize]],
    ["epochs", ({ epochs = 1 }) => epochs],
    ["momentum", ({ momentum = 0 }) => Math.exp(3 * momentum)],
  ];
  for (const [name, accuracy] of functions) {
    const found = importanceOf(space, trialsOf(60, rngFromSeed(5), accuracy));
    assertEquals(found[0].setting, name);
    assert(found[0].explained! > 0.8, `${name} ${found[0].explained}`);
    for (const { explained } of found.slice(1)) assertLess(explained!, 0.3);
  }
});

Deno.test("importanceOf() gives nothing to what has no part, on average", () => {
  const rng = rngFromSeed(6);
  const found = Array.from(
    { length: 30 },
    (_, seed) => importanceOf(space, trialsOf(20, rngFromSeed(seed), () => rng.uniform())),
  ).flat();
  assertLess(mean(found.map(({ explained }) => explained!)), 0.1);
});

Deno.test("importanceOf() knows when it cannot tell, and that equal trials have no reason", () => {
  const few = importanceOf(space, trialsOf(3, rngFromSeed(1), ({ momentum = 0 }) => momentum));
  const numbers = few.filter(({ setting }) => setting === "momentum" || setting === "learningRate");
  assert(numbers.every(({ explained }) => explained === undefined));
  for (const { explained } of importanceOf(space, trialsOf(20, rngFromSeed(1), () => 0.5))) {
    assertAlmostEquals(explained!, 0);
  }
  assert(importanceOf(space, []).every(({ explained }) => explained === undefined));
});
