import { keptStudy } from "@lib/tune/kept_study.ts";
import type { Objective } from "@lib/tune/study.ts";
import type { StudyPlan } from "@lib/tune/study_plan.ts";
import type { Trial } from "@lib/tune/trial.ts";

/** Runs a study, or goes on with it, until its trials were trained for a number of epochs in all. The last one is
 * trained to its end, or until it is stopped.
 *
 * @param path of its file; the folder must be there */
export async function studyOnBudget(
  path: string,
  plan: StudyPlan,
  objective: Objective,
  budget: number,
): Promise<Trial[]> {
  let epochs = 0;
  const trials = [];
  for await (
    const trial of keptStudy(path, plan, objective, { isTimeUp: () => epochs >= budget })
  ) {
    epochs += trial.accuracies.length;
    trials.push(trial);
  }
  return trials;
}
