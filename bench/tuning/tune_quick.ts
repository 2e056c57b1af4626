import { join } from "node:path";
import type { Profile } from "@lib/base/profile.ts";
import { mean, median } from "@lib/base/statistics.ts";
import type { Dataset } from "@lib/download/dataset.ts";
import { trainingData } from "@lib/train/training_data.ts";
import { dataDigest } from "@lib/tune/data_digest.ts";
import { defaultSpace } from "@lib/tune/default_space.ts";
import { keptStudy } from "@lib/tune/kept_study.ts";
import type { Settings } from "@lib/tune/space.ts";
import type { StudyPlan } from "@lib/tune/study_plan.ts";
import { trainingObjective } from "@lib/tune/training_objective.ts";
import { compareTrials } from "@lib/tune/trial.ts";
import { meanInterval } from "../mean_interval.ts";
import { kept, nameFor } from "./kept.ts";
import { type Score, scoreSettings } from "./score_settings.ts";

/** How much is done to tune a profile. */
export interface TuneSizes {
  readonly trials: number;
  /** The best trials, which are repeated before one of them wins. */
  readonly finalists: number;
  /** How often each of them is. */
  readonly repeats: number;
  /** On which the winner is set beside the profile. */
  readonly seeds: number;
}

/** A profile, and what tuning made of it, on validation data. */
export interface TunedProfile {
  readonly settings: Settings;
  /** Accuracies, means over the seeds. */
  readonly mean: { readonly before: number; readonly tuned: number };
  /** What tuning has added to the accuracy, seed by seed. */
  readonly gain: ReturnType<typeof meanInterval>;
  /** Medians. */
  readonly seconds: { readonly before: number; readonly tuned: number };
  readonly rows: readonly {
    readonly seed: number;
    readonly before: Score;
    readonly tuned: Score;
  }[];
}

/** Seeds from here on have no part in the choice. */
const firstSeed = 101;

/** Tunes a profile by a study on all its images, repeats the best trials with other seeds, and sets the winner beside
 * the profile on seeds that nothing was chosen by: another split, other weights, another order.
 *
 * @param training all images for training; none of the test set
 * @param folder keeps what is done; must be there */
export async function tuneQuick(
  profile: Profile,
  training: Dataset,
  folder: string,
  { trials: count, finalists, repeats, seeds }: TuneSizes,
): Promise<TunedProfile> {
  const data = trainingData(profile, training);
  const plan: StudyPlan = {
    ...{ profile, space: defaultSpace(profile), data: dataDigest(data) },
    ...{ sampler: "tpe", seed: 1, earlyStop: true },
  };
  const path = join(folder, `${nameFor(plan)}.jsonl`);
  const objective = trainingObjective(data, { profile });
  const trials = await Array.fromAsync(keptStudy(path, plan, objective, { trials: count }));
  const whole = trials.filter(({ isStopped }) => !isStopped);
  const score = (seed: number, settings: Settings): Promise<Score> =>
    kept(folder, { plan, seed, settings }, () => {
      const own = { ...profile, seed };
      return scoreSettings(own, trainingData(own, training), settings);
    });
  let [winner, most]: [Settings, number] = [{}, -1];
  for (const { settings } of whole.toSorted(compareTrials).slice(0, finalists)) {
    const accuracies = [];
    for (let i = 1; i <= repeats; i++) {
      accuracies.push((await score(profile.seed + i, settings)).accuracy);
    }
    if (mean(accuracies) > most) [winner, most] = [settings, mean(accuracies)];
  }
  const rows = [];
  for (let seed = firstSeed; seed < firstSeed + seeds; seed++) {
    rows.push({ seed, before: await score(seed, {}), tuned: await score(seed, winner) });
  }
  return {
    settings: winner,
    mean: {
      before: mean(rows.map(({ before }) => before.accuracy)),
      tuned: mean(rows.map(({ tuned }) => tuned.accuracy)),
    },
    gain: meanInterval(rows.map(({ before, tuned }) => tuned.accuracy - before.accuracy)),
    seconds: {
      before: median(rows.map(({ before }) => before.seconds)),
      tuned: median(rows.map(({ tuned }) => tuned.seconds)),
    },
    rows,
  };
}
