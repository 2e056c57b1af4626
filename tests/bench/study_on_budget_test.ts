import { assert, assertAlmostEquals, assertEquals, assertThrows } from "../support/assert.ts";
import { profileNamed } from "@lib/base/profile.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { defaultSpace } from "@lib/tune/default_space.ts";
import type { Objective } from "@lib/tune/study.ts";
import type { EpochScore } from "@lib/tune/trial.ts";
import { meanInterval } from "../../bench/mean_interval.ts";
import { studyOnBudget } from "../../bench/study_on_budget.ts";

const profile = { ...profileNamed("quick"), epochs: 9 };
const plan = {
  ...{ profile, space: defaultSpace(profile), data: "none" },
  ...{ sampler: "random", earlyStop: false } as const,
};

/** The nearer to 0.1, the better from the first epoch on. */
const objective: Objective = async function* (
  { learningRate = 1 },
): AsyncGenerator<EpochScore, void> {
  for (let epoch = 1; epoch <= 9; epoch++) {
    await Promise.resolve();
    const most = 1 - 0.1 * Math.abs(Math.log(learningRate / 0.1));
    yield { validationAccuracy: most * (1 - 0.5 ** epoch), validationLoss: 1 };
  }
};

Deno.test("studyOnBudget() spends its budget, and finds better trials where it stops the others", async () => {
  let better = 0;
  for (let seed = 1; seed <= 8; seed++) {
    const all = await studyOnBudget({ ...plan, seed }, objective, 90);
    assertEquals([all.trials, all.epochs], [10, 90]);
    const some = await studyOnBudget({ ...plan, seed, earlyStop: true }, objective, 90);
    assert(some.epochs >= 90 && some.epochs < 99 && some.trials > 20, `${some.trials}`);
    assert(some.accuracy >= all.accuracy);
    better += Number(some.accuracy > all.accuracy);
  }
  assert(better >= 5, `${better} of 8`);
});

Deno.test("meanInterval() holds the true mean as often as it says, and knows when it cannot tell", () => {
  const rng = rngFromSeed(1);
  let held = 0;
  for (let round = 0; round < 2000; round++) {
    const { mean, half } = meanInterval(Array.from({ length: 5 }, () => 3 + rng.normal()));
    held += Number(Math.abs(mean - 3) < half!);
  }
  assertAlmostEquals(held / 2000, 0.95, 0.015);
  assertEquals(meanInterval([1, 3]), { mean: 2, half: undefined });
  assertThrows(() => meanInterval([]), RangeError, "found no value");
});
