import { assert, assertEquals, assertRejects } from "../support/assert.ts";
import { withFolder } from "../support/with_folder.ts";
import { join } from "node:path";
import { profileNamed } from "@lib/base/profile.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { samplerNames } from "@lib/tune/sampler.ts";
import { type Objective, runStudy } from "@lib/tune/study.ts";
import { StudyFile } from "@lib/tune/study_file.ts";
import type { StudyPlan } from "@lib/tune/study_plan.ts";
import { bestTrial, type EpochScore, type Trial } from "@lib/tune/trial.ts";

const plan: StudyPlan = {
  profile: { ...profileNamed("best"), epochs: 9 },
  space: {
    learningRate: { kind: "log-uniform", low: 1e-3, high: 10 },
    batchSize: { kind: "choice", values: [16, 32, 64] },
  },
  ...{ sampler: "random", seed: 1, earlyStop: true, data: "some" },
};

/** Learns the faster the nearer its rate is to 0.1, and diverges above 5. */
const objective: Objective = async function* (
  { learningRate = 1 },
): AsyncGenerator<EpochScore, void> {
  if (learningRate > 5) return yield { validationAccuracy: 0.1, validationLoss: Infinity };
  const most = 1 - 0.2 * Math.abs(Math.log10(learningRate / 0.1));
  for (let epoch = 1; epoch <= 9; epoch++) {
    await Promise.resolve();
    yield { validationAccuracy: most * (1 - 0.5 ** epoch), validationLoss: 1 / most / epoch };
  }
};

/** Goes on with the study of a file until it has so many trials. */
async function study(path: string, own: StudyPlan, trials = 12): Promise<Trial[]> {
  using file = await StudyFile.open(path, own);
  const all = [...file.trials];
  const options = { finished: file.trials, trials, now: () => 0 };
  for await (const trial of runStudy(own, objective, options)) {
    await file.add(trial);
    all.push(trial);
  }
  return all;
}

for (const sampler of samplerNames) {
  Deno.test(`a study by ${sampler} that was cut off anywhere ends as one that was not`, () =>
    withFolder(async (folder) => {
      const own = { ...plan, sampler };
      const path = join(folder, "study.jsonl");
      const trials = await study(path, own);
      const whole = await Deno.readFile(path);
      assertEquals(trials.map(({ number }) => number), Array.from({ length: 12 }, (_, i) => i));
      const rng = rngFromSeed(4);
      for (let round = 0; round < 25; round++) {
        const cut = round === 0 ? 0 : rng.integer(whole.length + 1);
        await Deno.writeFile(path, whole.subarray(0, cut));
        assertEquals(await study(path, own), trials, `cut at ${cut}`);
        assertEquals(await Deno.readFile(path), whole, `cut at ${cut}`);
      }
    }));
}

Deno.test("a study repeats no finished trial, and more can be asked of it", () =>
  withFolder(async (folder) => {
    const path = join(folder, "study.jsonl");
    const first = await study(path, plan, 5);
    assertEquals(await study(path, plan, 5), first);
    const more = await study(path, plan, 8);
    assertEquals(more.slice(0, 5), first);
    assertEquals(more.length, 8);
    assertEquals(more, await study(join(folder, "other.jsonl"), plan, 8));
    const others = await study(join(folder, "seed.jsonl"), { ...plan, seed: 2 }, 8);
    assert(
      others.every(({ settings }, i) => settings.learningRate !== more[i].settings.learningRate),
    );
  }));

Deno.test("a study stops trials that lag behind, or none, and its best went to its end", async () => {
  const options = { trials: 30, now: () => 0 };
  const stopped = await Array.fromAsync(runStudy(plan, objective, options));
  const all = await Array.fromAsync(runStudy({ ...plan, earlyStop: false }, objective, options));
  const epochs = (trials: readonly Trial[]): number =>
    trials.reduce((sum, { accuracies }) => sum + accuracies.length, 0);
  assert(epochs(stopped) < 0.6 * epochs(all), `${epochs(stopped)} of ${epochs(all)}`);
  assertEquals(stopped.map(({ settings }) => settings), all.map(({ settings }) => settings));
  for (const { isStopped, accuracies, validationLoss } of stopped) {
    assertEquals(isStopped, accuracies.length < 9 && validationLoss < Infinity);
  }
  // The scores of this objective keep their order, so the best is never stopped.
  assertEquals(bestTrial(stopped)!.number, bestTrial(all)!.number);
});

Deno.test("a study begins no trial once its time is up", async () => {
  let asked = 0;
  const isTimeUp = (): boolean => asked++ === 3;
  assertEquals((await Array.fromAsync(runStudy(plan, objective, { isTimeUp }))).length, 3);
});

Deno.test("a study of too few epochs fails", async () => {
  const short: Objective = async function* (): AsyncGenerator<EpochScore, void> {
    yield* await Promise.resolve([{ validationAccuracy: 0.5, validationLoss: 1 }]);
  };
  const run = Array.fromAsync(runStudy(plan, short, { trials: 1 }));
  await assertRejects(() => run, RangeError, "found 1 epochs, wanted 9");
});

Deno.test("a file of another study, or of none, is left as it is", () =>
  withFolder(async (folder) => {
    const path = join(folder, "study.jsonl");
    await study(path, plan, 2);
    const text = await Deno.readTextFile(path);
    const [head, first, second] = text.split("\n");
    const cases: [string, StudyPlan, string][] = [
      [text, { ...plan, seed: 2 }, "found seed 1, wanted 2"],
      [text, { ...plan, sampler: "tpe" }, 'found sampler "random", wanted "tpe"'],
      [text, { ...plan, data: "other" }, 'found data "some", wanted "other"'],
      ["a diary\n", plan, "found no study (a diary)"],
      ["a diary", plan, "found no study"],
      [head.slice(0, -20), { ...plan, seed: 2 }, "found the beginning of another study"],
      [`${head}\n${second}\n`, plan, "in line 2, wanted trial 0"],
      [`${head}\n${first}\n{"number":\n`, plan, 'found {"number": in line 3, wanted trial 1'],
    ];
    for (const [content, own, message] of cases) {
      await Deno.writeTextFile(path, content);
      await assertRejects(() => StudyFile.open(path, own), Error, message);
      assertEquals(await Deno.readTextFile(path), content);
    }
    await assertRejects(() => StudyFile.open(folder, plan), Error, "Cannot write the study to");
  }));

Deno.test("a study that another run is at is refused, and free again once that ends", () =>
  withFolder(async (folder) => {
    const path = join(folder, "study.jsonl");
    const open = (): Promise<StudyFile> => StudyFile.open(path, plan);
    {
      using _first = await open();
      await assertRejects(open, Error, "found another run at it");
    }
    using again = await open();
    assertEquals(again.trials, []);
  }));

Deno.test("bestTrial() takes the lower loss of equals, and no stopped trial", () => {
  const trial = { number: 0, settings: {}, accuracies: [1], seconds: 1, isStopped: false };
  const scores = [[0.8, 2], [0.9, 3], [0.9, 1]].map(
    ([validationAccuracy, validationLoss], number) => {
      return { ...trial, number, validationAccuracy, validationLoss };
    },
  );
  const stopped = { ...scores[2], number: 3, isStopped: true, validationAccuracy: 1 };
  assertEquals(bestTrial([...scores, stopped])!.number, 2);
  assertEquals(bestTrial([stopped]), undefined);
});
