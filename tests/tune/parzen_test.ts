import { assert, assertGreater } from "../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { nextSettings, type SamplerName } from "@lib/tune/sampler.ts";
import type { Settings, Space } from "@lib/tune/space.ts";
import type { Trial } from "@lib/tune/trial.ts";

const space: Space = {
  learningRate: { kind: "log-uniform", low: 1e-3, high: 10 },
  batchSize: { kind: "choice", values: [16, 32, 64, 128] },
  momentum: { kind: "uniform", low: 0, high: 0.99 },
};

/** Best at rate 0.3, batches of 32 and momentum 0.9. */
function accuracy({ learningRate = 0, batchSize, momentum = 0 }: Settings): number {
  const rate = Math.log10(learningRate / 0.3) / 4;
  return 1 - rate ** 2 - (momentum - 0.9) ** 2 - (batchSize === 32 ? 0 : 0.1);
}

function run(sampler: SamplerName, seed: number): Trial[] {
  const trials: Trial[] = [];
  for (let number = 0; number < 40; number++) {
    const settings = nextSettings(sampler, space, rngFromSeed(seed), trials);
    const validationAccuracy = accuracy(settings);
    const score = { validationAccuracy, validationLoss: 0, accuracies: [validationAccuracy] };
    trials.push({ number, settings, ...score, isStopped: false, seconds: 0 });
  }
  return trials;
}

Deno.test("tpe tries the better half of a space more often than chance, and ends better", () => {
  let [better, more] = [0, 0];
  for (let seed = 0; seed < 16; seed++) {
    const [learnt, drawn] = [run("tpe", seed), run("random", seed)].map((trials) =>
      trials.slice(10)
    );
    const middle = drawn.map(({ validationAccuracy }) => validationAccuracy).sort()[15];
    const share = (trials: Trial[]): number =>
      trials.filter(({ validationAccuracy }) => validationAccuracy > middle).length / trials.length;
    more += Number(share(learnt) > share(drawn) + 0.1);
    const best = (trials: Trial[]): number =>
      Math.max(...trials.map(({ validationAccuracy }) => validationAccuracy));
    better += Number(best(learnt) > best(drawn));
  }
  assert(more >= 14, `more often with ${more} of 16 seeds`);
  assert(better >= 10, `better with ${better} of 16 seeds`);
});

Deno.test("tpe prefers the choice that does better", () => {
  const taken = [0, 1, 2, 3, 4, 5].flatMap((seed) => run("tpe", seed).slice(20));
  const share = taken.filter(({ settings }) => settings.batchSize === 32).length / taken.length;
  assertGreater(share, 0.4);
});
