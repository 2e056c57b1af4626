import { type Objective, runStudy } from "@lib/tune/study.ts";
import type { StudyPlan } from "@lib/tune/study_plan.ts";
import { bestTrial } from "@lib/tune/trial.ts";

/** What a study found. */
export interface Found {
  /** Validation accuracy of the best trial that went to its end; chance, 0.1, where none did. */
  readonly accuracy: number;
  /** Trials, those that were stopped among them. */
  readonly trials: number;
  /** Epochs that all of them were trained for. */
  readonly epochs: number;
}

/** Runs a study until its trials were trained for a number of epochs in all. The last one is trained to its end, or
 * until it is stopped. */
export async function studyOnBudget(
  plan: StudyPlan,
  objective: Objective,
  budget: number,
): Promise<Found> {
  let epochs = 0;
  const trials = [];
  for await (const trial of runStudy(plan, objective, { isTimeUp: () => epochs >= budget })) {
    epochs += trial.accuracies.length;
    trials.push(trial);
  }
  const accuracy = bestTrial(trials)?.validationAccuracy ?? 0.1;
  return { accuracy, trials: trials.length, epochs };
}
