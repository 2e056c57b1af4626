import { join } from "node:path";
import type { Profile } from "@lib/base/profile.ts";
import { mean, median } from "@lib/base/statistics.ts";
import type { Dataset } from "@lib/download/dataset.ts";
import { trainingData } from "@lib/train/training_data.ts";
import { dataDigest } from "@lib/tune/data_digest.ts";
import { keptStudy } from "@lib/tune/kept_study.ts";
import type { Settings, Space } from "@lib/tune/space.ts";
import type { StudyPlan } from "@lib/tune/study_plan.ts";
import { trainingObjective } from "@lib/tune/training_objective.ts";
import { compareTrials, type Trial } from "@lib/tune/trial.ts";
import { meanInterval } from "../mean_interval.ts";
import { kept, nameFor } from "./kept.ts";
import { type Score, scoreSettings } from "./score_settings.ts";

/** How much is done to tune a profile. */
export interface TuneSizes {
  readonly trials: number;
  /** The best trials of each batch size, which are repeated before one of them wins. */
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
  /** Which share of the training time tuning has saved, seed by seed. */
  readonly saved: ReturnType<typeof meanInterval>;
  readonly rows: readonly {
    readonly seed: number;
    readonly before: Score;
    readonly tuned: Score;
  }[];
}

/** Seeds from here on have no part in the choice. */
const firstSeed = 101;

/** Settings near those of the profile, which experiments had led to: over the default space, ten times as wide, sixty
 * trials found nothing as accurate. Batches of 16 are left out, as they take longer; a number of epochs and a width
 * as well, as more of either is more accurate and takes longer. */
const space = {
  learningRate: { kind: "log-uniform", low: 0.1, high: 0.8 },
  batchSize: { kind: "choice", values: [32, 64, 128] },
  momentum: { kind: "uniform", low: 0.8, high: 0.95 },
  weightDecay: { kind: "log-uniform", low: 1e-4, high: 2e-3 },
  labelSmoothing: { kind: "uniform", low: 0.02, high: 0.15 },
} as const satisfies Space;

/** Tunes a profile by a study on all its images, repeats the best trials of each batch size with other seeds, and
 * sets the winner beside the profile on seeds that nothing was chosen by: another split, other weights, another
 * order. The winner is the fastest of those that were as accurate as the profile on the same seeds; where none was,
 * the most accurate.
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
    ...{ profile, space, data: dataDigest(data) },
    ...{ sampler: "tpe", seed: 1, earlyStop: true },
  };
  const path = join(folder, `${nameFor(plan)}.jsonl`);
  const objective = trainingObjective(data, { profile });
  const trials = await Array.fromAsync(keptStudy(path, plan, objective, { trials: count }));
  const score = (seed: number, settings: Settings): Promise<Score> =>
    kept(folder, { plan, seed, settings }, () => {
      const own = { ...profile, seed };
      return scoreSettings(own, trainingData(own, training), settings);
    });
  const candidates = [{}, ...bestOfEachSize(trials, finalists)]
    .map((settings) => ({ settings, scores: [] as Score[] }));
  for (let seed = profile.seed + 1; seed <= profile.seed + repeats; seed++) {
    for (const { settings, scores } of candidates) scores.push(await score(seed, settings));
  }
  const winner = chosen(candidates);
  const rows = [];
  for (let seed = firstSeed; seed < firstSeed + seeds; seed++) {
    rows.push({ seed, before: await score(seed, {}), tuned: await score(seed, winner) });
  }
  return { settings: winner, ...compared(rows), rows };
}

/** The settings of the best trials that went to their end, as many of each batch size: how long training takes hangs
 * on it. */
function bestOfEachSize(trials: readonly Trial[], count: number): Settings[] {
  const whole = trials.filter(({ isStopped }) => !isStopped).toSorted(compareTrials);
  const groups = Map.groupBy(whole, ({ settings }) => settings.batchSize);
  return [...groups.values()].flatMap((group) =>
    group.slice(0, count).map(({ settings }) => settings)
  );
}

/** The settings of the fastest of those that are as accurate as the first, which is the profile itself; where there
 * is none, of the most accurate. */
function chosen(
  candidates: readonly { readonly settings: Settings; readonly scores: readonly Score[] }[],
): Settings {
  const [profile, ...others] = candidates.map(({ settings, scores }) => ({
    settings,
    accuracy: mean(scores.map(({ accuracy }) => accuracy)),
    seconds: median(scores.map(({ seconds }) => seconds)),
  }));
  const asGood = others.filter(({ accuracy }) => accuracy >= profile.accuracy);
  const [best] = asGood.length > 0
    ? asGood.toSorted((a, b) => a.seconds - b.seconds)
    : others.toSorted((a, b) => b.accuracy - a.accuracy);
  return best.settings;
}

function compared(rows: TunedProfile["rows"]): Omit<TunedProfile, "settings" | "rows"> {
  const of = (side: "before" | "tuned", value: keyof Score): number[] =>
    rows.map((row) => row[side][value]);
  return {
    mean: { before: mean(of("before", "accuracy")), tuned: mean(of("tuned", "accuracy")) },
    gain: meanInterval(rows.map(({ before, tuned }) => tuned.accuracy - before.accuracy)),
    seconds: { before: median(of("before", "seconds")), tuned: median(of("tuned", "seconds")) },
    saved: meanInterval(rows.map(({ before, tuned }) => 1 - tuned.seconds / before.seconds)),
  };
}
