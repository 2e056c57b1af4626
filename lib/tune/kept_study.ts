/** A study that is kept on disk while it runs.
 *
 * @module
 */

import { type Objective, runStudy, type StudyOptions } from "./study.ts";
import { StudyFile } from "./study_file.ts";
import type { StudyPlan } from "./study_plan.ts";
import type { Trial } from "./trial.ts";

/** Runs a study, or goes on with it: gives the trials that its file has, then each new one once it is in the file.
 * The file is closed when no more trial is asked for.
 *
 * @param path absolute; its folder must be there
 * @throws what `StudyFile.open` and the objective throw
 *
 * @example
 * ```ts
 * import { profileNamed } from "@lib/base/profile.ts";
 * import { keptStudy } from "@lib/tune/kept_study.ts";
 * import type { StudyPlan } from "@lib/tune/study_plan.ts";
 * import { deepStrictEqual } from "node:assert";
 * const path = await Deno.makeTempFile();
 * const plan: StudyPlan = {
 *   profile: { ...profileNamed("smoke"), epochs: 1 },
 *   space: { momentum: { kind: "uniform", low: 0, high: 0.9 } },
 *   ...{ sampler: "random", seed: 1, earlyStop: true, data: "none" },
 * };
 * const study = (trials: number) => {
 *   return Array.fromAsync(keptStudy(path, plan, async function* ({ momentum = 0 }) {
 *     yield { validationAccuracy: momentum, validationLoss: 0 };
 *   }, { trials }));
 * };
 * const three = await study(3);
 * deepStrictEqual((await study(5)).slice(0, 3), three);
 * await Deno.remove(path);
 * ```
 */
export async function* keptStudy(
  path: string,
  plan: StudyPlan,
  objective: Objective,
  options: Omit<StudyOptions, "finished"> = {},
): AsyncGenerator<Trial, void> {
  using file = await StudyFile.open(path, plan);
  yield* file.trials;
  for await (const trial of runStudy(plan, objective, { ...options, finished: file.trials })) {
    await file.add(trial);
    yield trial;
  }
}
