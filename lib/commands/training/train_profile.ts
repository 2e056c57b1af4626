import type { BackendName } from "../../backend/backend.ts";
import type { LayersModel } from "../../backend/layers_model.ts";
import type { Profile } from "../../base/profile.ts";
import { runStreams } from "../../base/run_streams.ts";
import type { Dataset } from "../../download/dataset.ts";
import { calibrateModel } from "../../evaluate/calibrate_model.ts";
import { evaluate } from "../../evaluate/evaluate.ts";
import { loadModel } from "../../model/load_model.ts";
import { logitsModel } from "../../model/logits_model.ts";
import { saveModel } from "../../model/save_model.ts";
import { saveTrainingRecord } from "../../model/training_record.ts";
import { fit } from "../../train/fit.ts";
import type { FitOptions } from "../../train/fit_options.ts";
import { History, progressLine } from "../../train/history.ts";
import { type PreparedRun, prepareRun } from "../../train/prepare_run.ts";
import { validate } from "../../train/steps/validate.ts";
import { variedOnce } from "../../train/training_data.ts";
import { workerCount } from "../../train/workers/worker_count.ts";
import { workersFor } from "../../train/workers/workers_for.ts";
import { printNote } from "../cli/print.ts";
import { terminalProgress, type Update } from "../cli/progress.ts";

/** Where a run leaves its model, and how it goes. */
export interface TrainProfileOptions {
  /** For model and checkpoint. */
  readonly folder: string;
  /** Ends the run after a checkpoint. */
  readonly signal: AbortSignal;
  /** Whether it goes on from the checkpoint in the folder. */
  readonly resume?: boolean;
  /** Cores that were asked for; as many as pay off by default. */
  readonly asked?: number | undefined;
  /** What is said where the run is interrupted. */
  readonly advice?: string;
}

/** A profile that was trained. */
export interface TrainedProfile {
  readonly parameters: number;
  readonly seconds: number;
  readonly validationAccuracy: number;
  readonly testAccuracy: number;
  readonly backend: BackendName;
  readonly workers: number;
}

/** Trains a profile, with progress on stderr, keeps the model of the best epoch, scores it on the test
 * set, and leaves a record of all that beside it. */
export async function trainProfile(
  profile: Profile,
  data: {
    readonly train: Dataset;
    readonly test: Dataset;
    /** Where they came from, for the record. */
    readonly source: string;
    readonly backend: BackendName;
  },
  options: TrainProfileOptions,
): Promise<TrainedProfile> {
  const { folder, asked } = options;
  const run = prepareRun(profile, data.train);
  const workers = chosenWorkers(asked, run, profile);
  const seconds = await train(run, profile, { ...options, workers });
  const best = await loadModel(folder);
  if (profile.augmentation === "handwriting") {
    await calibrateModel(best, run.validation);
    await saveModel(best, folder);
  }
  const { accuracy: validationAccuracy } = await validate(logitsModel(best), run.validation);
  const parameters = best.countParams();
  const testAccuracy = await scored(best, data.test, profile);
  const { backend, source } = data;
  const outcome = { seconds, validationAccuracy, testAccuracy, backend, workers };
  const finished = new Date().toISOString().slice(0, 10);
  await saveTrainingRecord(folder, { profile, data: source, finished, ...outcome });
  return { parameters, ...outcome };
}

async function train(
  run: PreparedRun,
  profile: Profile,
  { advice = "The same command with --resume goes on.", ...options }:
    & Omit<TrainProfileOptions, "asked">
    & Required<Pick<FitOptions, "workers">>,
): Promise<number> {
  const { folder, resume = false, signal, workers } = options;
  const history = new History();
  const how = { ...profile, rng: run.rng, folder, resume, signal, workers };
  const work = async (update: Update): Promise<void> => {
    for await (const metrics of fit(run.model, run, how)) {
      history.add(metrics);
      update(metrics.step / metrics.steps, progressLine(history));
    }
  };
  try {
    const done = (): string => progressLine(history);
    return (await terminalProgress().run("train", work, { done })).seconds;
  } catch (error) {
    if (signal.aborted) printNote(`Interrupted. ${advice}`);
    throw error;
  }
}

/** The share of the test set that a model gets right: of its images, or of lines written with their digits. */
async function scored(model: LayersModel, test: Dataset, profile: Profile): Promise<number> {
  if (profile.augmentation !== "lines") return (await evaluate(model, test)).accuracy;
  const lines = variedOnce(test, "lines", runStreams(profile.seed).validation);
  return (await validate(logitsModel(model), lines)).accuracy;
}

/** The number of workers that `fit` will have; says so where it is not the one asked for. */
function chosenWorkers(asked: number | undefined, run: PreparedRun, profile: Profile): number {
  const images = run.train.size * profile.epochs;
  const workers = workersFor(run.model, asked ?? workerCount(profile.batchSize, images));
  if (asked !== undefined && asked > workers) {
    printNote(`Training on ${workers} core, not ${asked}: this backend shares no steps`);
  }
  return workers;
}
