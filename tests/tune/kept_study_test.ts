import { assertEquals, assertRejects } from "../support/assert.ts";
import { withFolder } from "../support/with_folder.ts";
import { join } from "node:path";
import { profileNamed } from "@lib/base/profile.ts";
import { keptStudy } from "@lib/tune/kept_study.ts";
import type { Objective } from "@lib/tune/study.ts";
import type { StudyPlan } from "@lib/tune/study_plan.ts";
import type { EpochScore } from "@lib/tune/trial.ts";

const plan: StudyPlan = {
  profile: { ...profileNamed("smoke"), epochs: 1 },
  space: { momentum: { kind: "uniform", low: 0, high: 0.9 } },
  ...{ sampler: "tpe", seed: 1, earlyStop: true, data: "some" },
};

let asked = 0;
const objective: Objective = async function* ({ momentum = 0 }): AsyncGenerator<EpochScore, void> {
  asked++;
  yield await Promise.resolve({ validationAccuracy: momentum, validationLoss: 1 });
};

Deno.test("keptStudy() gives what its file has, then what is new, and repeats nothing", () =>
  withFolder(async (folder) => {
    const path = join(folder, "study.jsonl");
    asked = 0;
    const first = [];
    for await (const trial of keptStudy(path, plan, objective, { trials: 9 })) {
      first.push(trial);
      if (first.length === 4) break; // and the file is free again
    }
    await Deno.writeTextFile(path, '{"number":4,"sett', { append: true });
    const all = await Array.fromAsync(keptStudy(path, plan, objective, { trials: 9 }));
    assertEquals([all.slice(0, 4), all.map(({ number }) => number)], [
      ...[first, [0, 1, 2, 3, 4, 5, 6, 7, 8]],
    ]);
    assertEquals(asked, 9);
    const again = await Array.fromAsync(keptStudy(path, plan, objective, { trials: 9 }));
    assertEquals([again, asked], [all, 9]);
  }));

Deno.test("keptStudy() fails with its objective, keeps what is over, and closes the file", () =>
  withFolder(async (folder) => {
    const path = join(folder, "study.jsonl");
    let left = 3;
    const failing: Objective = async function* (settings): AsyncGenerator<EpochScore, void> {
      if (left-- === 0) throw new Error("no power");
      yield* objective(settings);
    };
    const run = Array.fromAsync(keptStudy(path, plan, failing, { trials: 9 }));
    await assertRejects(() => run, Error, "no power");
    assertEquals(
      (await Array.fromAsync(keptStudy(path, plan, objective, { trials: 3 }))).length,
      3,
    );
  }));
