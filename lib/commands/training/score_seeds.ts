import type { Profile } from "../../base/profile.ts";
import type { Dataset } from "../../download/dataset.ts";
import { calibrateModel } from "../../evaluate/calibrate_model.ts";
import { evaluate } from "../../evaluate/evaluate.ts";
import { type Spread, spread } from "../../evaluate/spread.ts";
import { type SummaryScore, summaryScores } from "../../evaluate/summary_scores.ts";
import { fit } from "../../train/fit.ts";
import { History, progressLine } from "../../train/history.ts";
import { prepareRun } from "../../train/prepare_run.ts";
import { percent } from "../../base/format.ts";
import { terminalProgress, type Update } from "../cli/progress.ts";

/** A score of a trained model. */
export type SeedScore = "accuracy" | SummaryScore;

/** A model that was trained with a seed, and scored. */
export interface SeedScores {
  readonly seed: number;
  /** Of the training. */
  readonly seconds: number;
  readonly scores: Readonly<Record<SeedScore, number>>;
}

/** Models of the same profile, seed by seed. */
export interface SeedsReport {
  readonly profile: string;
  /** How many images each is scored on. */
  readonly images: number;
  readonly seeds: readonly SeedScores[];
  /** Mean and deviation of each score over the seeds. */
  readonly spread: Readonly<Record<SeedScore, Spread>>;
}

/** Trains a profile with several seeds, from its own on, and scores each model as its last epoch leaves it. What
 * differs is all that a seed decides: split, first weights, order of the images. A line on stderr tells how far
 * each is.
 *
 * @param count how many seeds, at least 1
 */
export async function scoreSeeds(
  profile: Profile,
  { train, test }: { readonly train: Dataset; readonly test: Dataset },
  count: number,
): Promise<SeedsReport> {
  const progress = terminalProgress();
  const seeds: SeedScores[] = [];
  for (let seed = profile.seed; seed < profile.seed + count; seed++) {
    const own = { ...profile, seed };
    const history = new History();
    const work = async (update: Update): Promise<SeedScores["scores"]> => {
      const run = prepareRun(own, train);
      for await (const metrics of fit(run.model, run, { ...own, rng: run.rng })) {
        history.add(metrics);
        update(metrics.step / metrics.steps, progressLine(history));
      }
      if (own.augmentation === "handwriting") await calibrateModel(run.model, run.validation);
      const { accuracy, predictions } = await evaluate(run.model, test);
      run.model.dispose();
      return { accuracy, ...summaryScores(test.labels, predictions)() };
    };
    const { result: scores, seconds } = await progress.run(`seed ${seed}`, work, {
      done: ({ accuracy }) => `test accuracy ${percent(accuracy, 2)}`,
    });
    seeds.push({ seed, seconds, scores });
  }
  const entries = Object.keys(seeds[0].scores).map((name) => [
    name,
    spread(seeds.map(({ scores }) => scores[name as SeedScore])),
  ]);
  return { profile: profile.name, images: test.size, seeds, spread: Object.fromEntries(entries) };
}
