import { assert, assertEquals, assertRejects } from "../support/assert.ts";
import { withFolder } from "../support/with_folder.ts";
import { join } from "node:path";
import { profileNamed } from "@lib/base/profile.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { samplerNames } from "@lib/tune/sampler.ts";
import { type Objective, runStudy, runTasks, runTrial } from "@lib/tune/study.ts";
import { StudyFile } from "@lib/tune/study_file.ts";
import type { StudyPlan } from "@lib/tune/study_plan.ts";
import type { EpochScore, Trial } from "@lib/tune/trial.ts";
import type { TrialTask } from "@lib/tune/trial_task.ts";

const plan: StudyPlan = {
  profile: { ...profileNamed("best"), epochs: 9 },
  space: { learningRate: { kind: "log-uniform", low: 1e-3, high: 10 } },
  ...{ sampler: "tpe", seed: 1, earlyStop: true, data: "some", atOnce: 4 },
};

/** Learns the faster the nearer its rate is to 0.1. */
const objective: Objective = async function* (
  { learningRate = 1 },
): AsyncGenerator<EpochScore, void> {
  const most = 1 - 0.2 * Math.abs(Math.log10(learningRate / 0.1));
  for (let epoch = 1; epoch <= 9; epoch++) {
    await Promise.resolve();
    yield { validationAccuracy: most * (1 - 0.5 ** epoch), validationLoss: 1 / most / epoch };
  }
};

const run = (task: TrialTask): Promise<Trial> => runTrial(task, objective, () => 0);
const options = { trials: 30, now: () => 0 };

for (const sampler of samplerNames) {
  Deno.test(`runTasks() by ${sampler} has the same trials however many run, in whatever order they end`, async () => {
    const own = { ...plan, sampler };
    const expected = await Array.fromAsync(runStudy(own, objective, options));
    assert(expected.some(({ isStopped }) => isStopped));
    for (const running of [1, 3, 4]) {
      const rng = rngFromSeed(running);
      let [now, most] = [0, 0];
      const late = async (task: TrialTask): Promise<Trial> => {
        most = Math.max(most, ++now);
        for (let turn = rng.integer(20); turn > 0; turn--) await Promise.resolve();
        now--;
        return await run(task);
      };
      const trials = await Array.fromAsync(runTasks(own, late, { trials: 30, running }));
      assertEquals(trials, expected);
      assertEquals(most, running);
    }
    const finished = expected.slice(0, 11);
    const rest = await Array.fromAsync(runTasks(own, run, { trials: 30, running: 4, finished }));
    assertEquals(rest, expected.slice(11));
  });
}

Deno.test("a trial knows those alone that came atOnce before it", async () => {
  const tasks: TrialTask[] = [];
  const noted = (task: TrialTask): Promise<Trial> => {
    tasks.push(task);
    return run(task);
  };
  await Array.fromAsync(runTasks(plan, noted, { trials: 12, running: 4 }));
  assertEquals(tasks.map(({ earlier }) => earlier!.length), [0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8]);
});

Deno.test("runTasks() gives what came before a failure, and then throws it", async () => {
  const failing = (task: TrialTask): Promise<Trial> =>
    task.number === 2 ? Promise.reject(new Error("the moon is full")) : run(task);
  const trials: number[] = [];
  await assertRejects(
    async () => {
      for await (const { number } of runTasks(plan, failing, { running: 4 })) trials.push(number);
    },
    Error,
    "the moon is full",
  );
  assertEquals(trials, [0, 1]);
});

Deno.test("the parts of a study have its trials, each in a file of its own, which together are its file", () =>
  withFolder(async (folder) => {
    const own: StudyPlan = { ...plan, sampler: "halton", earlyStop: false };
    const study = async (name: string, of: number, first: number, trials = 10): Promise<string> => {
      const path = join(folder, name);
      using file = await StudyFile.open(path, own, { first, of });
      const { trials: finished } = file;
      const rest = runTasks(own, run, { trials, finished, part: { first, of } });
      for await (const trial of rest) await file.add(trial);
      return await Deno.readTextFile(path);
    };
    const whole = (await study("whole", 1, 0)).split("\n");
    await study("1", 3, 0, 5); // and goes on
    const parts = await Promise.all([0, 1, 2].map((first) => study(`${first + 1}`, 3, first)));
    const lines = parts.map((part) => part.split("\n").slice(0, -1));
    assertEquals(lines.map(({ length }) => length), [5, 4, 4]);
    assertEquals(lines.map(([head]) => head), [whole[0], whole[0], whole[0]]);
    const numberOf = (line: string): number => JSON.parse(line).number;
    const trials = lines.flatMap((part) => part.slice(1));
    assertEquals(trials.sort((a, b) => numberOf(a) - numberOf(b)), whole.slice(1, -1));
    const wrong = (): Promise<string> => study("1", 3, 1);
    await assertRejects(wrong, Error, "in line 2, wanted trial 1; name another file");
    const { atOnce: _, ...alone } = own;
    const other = (): Promise<StudyFile> => StudyFile.open(join(folder, "whole"), alone);
    await assertRejects(other, Error, "found atOnce 4, wanted none");
  }));
