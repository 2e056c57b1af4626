import { type BackendName, initBackend } from "../backend/backend.ts";
import { percent } from "../base/format.ts";
import { projectPath } from "../base/paths.ts";
import { type Profile, profileNamed, profileNames } from "../base/profile.ts";
import { runStreams } from "../base/run_streams.ts";
import type { Dataset } from "../download/dataset.ts";
import type { LayersModel } from "../backend/layers_model.ts";
import { variedOnce } from "../train/training_data.ts";
import { calibrateModel } from "../evaluate/calibrate_model.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { loadModel } from "../model/load_model.ts";
import { logitsModel } from "../model/logits_model.ts";
import { saveModel } from "../model/save_model.ts";
import { fit } from "../train/fit.ts";
import type { FitOptions } from "../train/fit_options.ts";
import { History, progressLine } from "../train/history.ts";
import { type PreparedRun, prepareRun } from "../train/prepare_run.ts";
import { workersFor } from "../train/workers/workers_for.ts";
import { validate } from "../train/steps/validate.ts";
import { workerCount } from "../train/workers/worker_count.ts";
import { type Arguments, type Command, numberOf, UsageError } from "./cli/arguments.ts";
import { defineCommand } from "./cli/define_command.ts";
import { loadWithProgress } from "./cli/load_with_progress.ts";
import { dataFrom, dataOption, pathOption } from "./cli/options.ts";
import { checkWritable } from "./cli/paths.ts";
import { profileOption } from "./cli/profile_option.ts";
import { printNote } from "./cli/print.ts";
import { terminalProgress } from "./cli/progress.ts";
import { runCommand } from "./cli/run_command.ts";

const command = {
  name: "train",
  summary: "Trains a network on MNIST, saves the best model, and scores it on the test set.",
  options: {
    profile: {
      type: "string",
      value: "NAME",
      help: `${profileNames.join(", ")}; quick by default.`,
    },
    seed: { type: "string", value: "N", help: "Decides split, weights and order of the images." },
    workers: {
      type: "string",
      value: "N",
      help: "Cores to train on; as many as pay off by default.",
    },
    epochs: { type: "string", value: "N", help: "How often all images are seen." },
    "batch-size": { type: "string", value: "N", help: "Images a step." },
    "learning-rate": { type: "string", value: "X", help: "The highest rate of the schedule." },
    warp: {
      type: "string",
      value: "X",
      help:
        "How far images are moved, turned, scaled and slanted: 1 as far as for best, 0 not at all.",
    },
    out: {
      type: "string",
      value: "DIR",
      help: "Where model and checkpoint go; data/runs/NAME/model by default.",
    },
    data: dataOption,
    resume: { type: "boolean", help: "Goes on from the last checkpoint in DIR." },
    json: { type: "boolean", help: "Prints the result as one line of JSON." },
  },
  interruptible: true,
} as const satisfies Command<string> & { interruptible: boolean };

type Given = Arguments<keyof typeof command.options>["values"];

/** `deno task train`: Ctrl-C leaves a checkpoint, from which `--resume` goes on.
 */
export const trainCommand = defineCommand(command, async ({ values }, { signal, print }) => {
  const profile = chosenProfile(values);
  const asked = numberOf("workers", values.workers, { least: 1, integer: true });
  const out = pathOption("out", values.out) ??
    projectPath("data", "runs", profile.name, "model");
  const from = dataFrom(values.data);
  await checkWritable(out);
  const backend = await initBackend();
  const mnist = await loadWithProgress(from, ["train", "test"], signal);
  printNote(`Training profile ${profile.name} on ${backend}, data from ${mnist.source}`);
  const run = prepareRun(profile, mnist.train);
  const workers = chosenWorkers(asked, run, profile);
  const resume = values.resume === true;
  const seconds = await train(run, profile, { folder: out, resume, signal, workers });
  const best = await loadModel(out);
  if (profile.augmentation === "handwriting") {
    await calibrateModel(best, run.validation);
    await saveModel(best, out);
  }
  const { accuracy: validationAccuracy } = await validate(logitsModel(best), run.validation);
  const parameters = best.countParams();
  const scores = {
    validationAccuracy,
    testAccuracy: await testAccuracy(best, mnist.test, profile),
  };
  const result = { parameters, seconds, ...scores, backend, workers };
  print(asJson(out, profile, result), () => asText(out, result));
});

async function train(
  run: PreparedRun,
  profile: Profile,
  options: Pick<FitOptions, "resume" | "workers"> & { folder: string; signal: AbortSignal },
): Promise<number> {
  const history = new History();
  const progress = terminalProgress();
  const work = async (): Promise<void> => {
    for await (const metrics of fit(run.model, run, { ...profile, rng: run.rng, ...options })) {
      history.add(metrics);
      progress.update(metrics.step / metrics.steps, progressLine(history));
    }
  };
  try {
    const { seconds } = await progress.run("train", work, { done: () => progressLine(history) });
    return seconds;
  } catch (error) {
    if (options.signal.aborted) printNote("Interrupted. The same command with --resume goes on.");
    throw error;
  }
}

function chosenProfile(given: Given): Profile {
  const seed = numberOf("seed", given.seed, { integer: true });
  const epochs = numberOf("epochs", given.epochs, { least: 1, integer: true });
  const batchSize = numberOf("batch-size", given["batch-size"], { least: 1, integer: true });
  const learningRate = numberOf("learning-rate", given["learning-rate"], {
    least: Number.MIN_VALUE,
  });
  const warp = numberOf("warp", given.warp, { least: 0 });
  const profile = profileOption(given.profile);
  return {
    ...profile,
    ...(warp !== undefined && { augmentation: warped(profile, warp) }),
    ...(seed !== undefined && { seed }),
    ...(epochs !== undefined && { epochs }),
    ...(batchSize !== undefined && { batchSize }),
    ...(learningRate !== undefined && { learningRate }),
  };
}

/** How a profile varies images, if as far as `best`, more or less. */
function warped({ name, augmentation }: Profile, times: number): Profile["augmentation"] {
  const most = profileNamed("best").augmentation;
  if (typeof augmentation === "string" || typeof most === "string") {
    throw new UsageError(
      `Cannot take --warp with profile "${name}": it varies its images in ways of its own; leave --warp out`,
    );
  }
  return {
    shift: times * most.shift,
    rotation: times * most.rotation,
    scale: times * most.scale,
    shear: times * most.shear,
    group: most.group,
  };
}

/** The share of the test set that a model gets right: of its images, or of lines written with their digits. */
async function testAccuracy(model: LayersModel, test: Dataset, profile: Profile): Promise<number> {
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

interface Result {
  readonly parameters: number;
  readonly seconds: number;
  readonly validationAccuracy: number;
  readonly testAccuracy: number;
  readonly backend: BackendName;
  readonly workers: number;
}

function asJson(model: string, { epochs, seed }: Profile, result: Result): unknown {
  const { parameters, seconds, validationAccuracy, testAccuracy, backend, workers } = result;
  const [numbers, place] = [{ validationAccuracy, testAccuracy }, { backend, workers, seed }];
  return { model, parameters, epochs, seconds, ...numbers, ...place };
}

function asText(model: string, { validationAccuracy, testAccuracy }: Result): string {
  return [
    `validation accuracy  ${percent(validationAccuracy, 2)}`,
    `test accuracy        ${percent(testAccuracy, 2)}`,
    `model                ${model}`,
  ].join("\n");
}

if (import.meta.main) await runCommand("train", trainCommand);
