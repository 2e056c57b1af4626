import { assert, assertEquals } from "../../support/assert.ts";
import { withFolder } from "../../support/with_folder.ts";
import { join } from "node:path";
import { profileNamed } from "@lib/base/profile.ts";
import { sum } from "@lib/base/statistics.ts";
import { defaultSpace } from "@lib/tune/default_space.ts";
import type { Objective } from "@lib/tune/study.ts";
import { bestTrial, type EpochScore, type Trial } from "@lib/tune/trial.ts";
import { studyOnBudget } from "../../../bench/tuning/study_on_budget.ts";

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

function epochsOf(trials: readonly Trial[]): number {
  return sum(trials.map(({ accuracies }) => accuracies.length));
}

Deno.test("studyOnBudget() spends its budget, and finds better trials where it stops the others", () =>
  withFolder(async (folder) => {
    let better = 0;
    for (let seed = 1; seed <= 8; seed++) {
      const run = (earlyStop: boolean): Promise<Trial[]> => {
        const path = join(folder, `${seed}-${earlyStop}.jsonl`);
        return studyOnBudget(path, { ...plan, seed, earlyStop }, objective, 90);
      };
      const all = await run(false);
      assertEquals([all.length, epochsOf(all)], [10, 90]);
      const some = await run(true);
      const epochs = epochsOf(some);
      assert(epochs >= 90 && epochs < 99 && some.length > 20, `${some.length}`);
      assertEquals(await run(true), some); // nothing is left to do
      const [most, mostOfSome] = [all, some].map((own) => bestTrial(own)!.validationAccuracy);
      assert(mostOfSome >= most);
      better += Number(mostOfSome > most);
    }
    assert(better >= 5, `${better} of 8`);
  }));
