import { join } from "node:path";
import type { Profile } from "@lib/base/profile.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { mean, sum } from "@lib/base/statistics.ts";
import { type Dataset, subset } from "@lib/download/dataset.ts";
import { type TrainingData, trainingData } from "@lib/train/training_data.ts";
import { dataDigest } from "@lib/tune/data_digest.ts";
import { defaultSpace } from "@lib/tune/default_space.ts";
import type { SamplerName } from "@lib/tune/sampler.ts";
import { trainingObjective } from "@lib/tune/training_objective.ts";
import { bestTrial } from "@lib/tune/trial.ts";
import { meanInterval } from "../mean_interval.ts";
import { kept, nameFor } from "./kept.ts";
import { scoreSettings } from "./score_settings.ts";
import { studyOnBudget } from "./study_on_budget.ts";

/** How large the comparison is. */
export interface SearchSizes {
  /** Studies of each way. */
  readonly rounds: number;
  /** Training images of a trial. */
  readonly images: number;
  /** Images that winners are judged on, and no trial sees. */
  readonly fresh: number;
  /** Epochs of a trial that is not stopped. */
  readonly epochs: number;
  /** Epochs of all trials of a study together. */
  readonly budget: number;
}

/** What a study found. */
interface Found {
  /** Of its winner trained anew, on images that no trial has seen; chance, 0.1, where none went to its end. */
  readonly accuracy: number;
  /** Of the winner within the study, which luck has a part in. */
  readonly validationAccuracy: number;
  /** Trials, those that were stopped among them. */
  readonly trials: number;
  /** Epochs that all of them were trained for. */
  readonly epochs: number;
  readonly seconds: number;
}

/** What a way of search came to. */
export interface SearchRow {
  readonly way: string;
  /** Of the accuracies of its studies. */
  readonly mean: number;
  /** What it has more than the first way, study by study with the same seed. */
  readonly gain: ReturnType<typeof meanInterval>;
  readonly trials: number;
  readonly epochs: number;
  readonly studies: readonly Found[];
}

const ways: readonly {
  readonly name: string;
  readonly sampler: SamplerName;
  readonly earlyStop: boolean;
}[] = [
  { name: "random", sampler: "random", earlyStop: false },
  { name: "random, ASHA", sampler: "random", earlyStop: true },
  { name: "TPE, ASHA", sampler: "tpe", earlyStop: true },
];

/** Compares ways of search on one budget of epochs, with each seed one study of each way. The winner of a study is
 * trained anew, from other weights, and judged on fresh images: its score within the study would favour the way that
 * has more trials to be lucky with.
 *
 * @param training all images for training; none of the test set
 * @param folder keeps what is done; must be there */
export async function compareSearches(
  profile: Profile,
  training: Dataset,
  folder: string,
  { rounds, images, fresh, epochs, budget }: SearchSizes,
): Promise<SearchRow[]> {
  const own = { ...profile, epochs };
  const { search, judge } = parts(own, training, { images, fresh });
  const objective = trainingObjective(search, { profile: own });
  const shared = { profile: own, space: defaultSpace(own), data: dataDigest(search) };
  const found: Found[][] = ways.map(() => []);
  for (let seed = 1; seed <= rounds; seed++) {
    for (const [way, { sampler, earlyStop }] of ways.entries()) {
      const plan = { ...shared, sampler, seed, earlyStop };
      const path = join(folder, `${nameFor(plan)}.jsonl`);
      const trials = await studyOnBudget(path, plan, objective, budget);
      const best = bestTrial(trials);
      const again = best && await kept(folder, { plan, fresh, settings: best.settings }, () => {
        return scoreSettings({ ...own, seed: own.seed + seed }, judge, best.settings);
      });
      found[way].push({
        accuracy: again?.accuracy ?? 0.1,
        validationAccuracy: best?.validationAccuracy ?? 0.1,
        trials: trials.length,
        epochs: sum(trials.map(({ accuracies }) => accuracies.length)),
        seconds: sum(trials.map(({ seconds }) => seconds)),
      });
    }
  }
  return ways.map(({ name }, way) => ({
    way: name,
    mean: mean(found[way].map(({ accuracy }) => accuracy)),
    gain: meanInterval(found[way].map(({ accuracy }, i) => accuracy - found[0][i].accuracy)),
    trials: mean(found[way].map(({ trials }) => trials)),
    epochs: mean(found[way].map(({ epochs }) => epochs)),
    studies: found[way],
  }));
}

/** What trials learn and are compared on, and what winners learn and are judged on. */
function parts(
  profile: Profile,
  training: Dataset,
  { images, fresh }: { readonly images: number; readonly fresh: number },
): { readonly search: TrainingData; readonly judge: TrainingData } {
  const { train: learnable, validation } = trainingData(profile, training);
  const order = rngFromSeed(profile.seed).stream("parts").permutation(learnable.size);
  const train = subset(learnable, order.subarray(0, images));
  const unseen = subset(learnable, order.subarray(images, images + fresh));
  return { search: { train, validation }, judge: { train, validation: unseen } };
}
