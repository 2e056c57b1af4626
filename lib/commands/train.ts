import { type BackendName, initBackend } from "../backend/backend.ts";
import { projectPath } from "../base/paths.ts";
import { type Profile, profileNames } from "../base/profile.ts";
import { loadMnist } from "../download/mnist.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { loadModel } from "../model/load_model.ts";
import { logitsModel } from "../model/logits_model.ts";
import { fit } from "../train/fit.ts";
import { History, progressLine } from "../train/history.ts";
import { type PreparedRun, prepareRun } from "../train/prepare_run.ts";
import { validate } from "../train/validate.ts";
import { type Arguments, type Command, numberOf, readArguments, UsageError } from "./arguments.ts";
import { profileOption } from "./profile_option.ts";
import { printNote, printResult } from "./print.ts";
import { terminalProgress } from "./progress_line.ts";
import { runCommand } from "./run_command.ts";
import { untilInterrupted } from "./until_interrupted.ts";

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
    workers: { type: "string", value: "N", help: "Cores to train on; this version takes 1." },
    epochs: { type: "string", value: "N", help: "How often all images are seen." },
    "batch-size": { type: "string", value: "N", help: "Images a step." },
    "learning-rate": { type: "string", value: "X", help: "The highest rate of the schedule." },
    out: {
      type: "string",
      value: "DIR",
      help: "Where model and checkpoint go; data/runs/NAME/model by default.",
    },
    resume: { type: "boolean", help: "Goes on from the last checkpoint in DIR." },
    json: { type: "boolean", help: "Prints the result as one line of JSON." },
  },
} as const satisfies Command<string>;

type Given = Arguments<keyof typeof command.options>["values"];

/** What `deno task train` does. Ctrl-C leaves a checkpoint, from which `--resume` goes on.
 *
 * @param line the words after the command
 * @returns the exit code
 * @throws {UsageError} if the command line is wrong
 */
export async function trainCommand(line: readonly string[]): Promise<number> {
  const given = readArguments(command, line);
  if (typeof given === "string") {
    printResult(given);
    return 0;
  }
  const profile = chosenProfile(given.values);
  const out = String(given.values.out ?? projectPath("data", "runs", profile.name, "model"));
  return await untilInterrupted(async (signal) => {
    const backend = await initBackend();
    const mnist = await loadMnist();
    printNote(`Training profile ${profile.name} on ${backend}, data from ${mnist.source}`);
    const run = prepareRun(profile, mnist.train);
    const resume = given.values.resume === true;
    const seconds = await train(run, profile, { folder: out, resume, signal });
    const best = await loadModel(out);
    const { accuracy } = await evaluate(best, mnist.test);
    const { accuracy: validationAccuracy } = await validate(logitsModel(best), run.validation);
    const parameters = best.countParams();
    const result = { parameters, seconds, validationAccuracy, testAccuracy: accuracy, backend };
    printResult(given.values.json ? asJson(out, profile, result) : asText(out, result));
    return 0;
  });
}

async function train(
  run: PreparedRun,
  profile: Profile,
  options: { readonly folder: string; readonly resume: boolean; readonly signal: AbortSignal },
): Promise<number> {
  const history = new History();
  const progress = terminalProgress();
  progress.begin("train");
  try {
    for await (const metrics of fit(run.model, run, { ...profile, rng: run.rng, ...options })) {
      history.add(metrics);
      progress.update(metrics.step / metrics.steps, progressLine(history));
    }
  } catch (error) {
    progress.fail();
    if (options.signal.aborted) printNote("Interrupted. The same command with --resume goes on.");
    throw error;
  }
  return progress.done(progressLine(history));
}

function chosenProfile(given: Given): Profile {
  const workers = numberOf("workers", given.workers, { least: 1, integer: true }) ?? 1;
  if (workers > 1) throw new UsageError(`Cannot train on ${workers} cores: this version takes 1`);
  const seed = numberOf("seed", given.seed, { integer: true });
  const epochs = numberOf("epochs", given.epochs, { least: 1, integer: true });
  const batchSize = numberOf("batch-size", given["batch-size"], { least: 1, integer: true });
  const learningRate = numberOf("learning-rate", given["learning-rate"], {
    least: Number.MIN_VALUE,
  });
  return {
    ...profileOption(given.profile),
    ...(seed !== undefined && { seed }),
    ...(epochs !== undefined && { epochs }),
    ...(batchSize !== undefined && { batchSize }),
    ...(learningRate !== undefined && { learningRate }),
  };
}

interface Result {
  readonly parameters: number;
  readonly seconds: number;
  readonly validationAccuracy: number;
  readonly testAccuracy: number;
  readonly backend: BackendName;
}

function asJson(model: string, { epochs, seed }: Profile, result: Result): string {
  const { parameters, seconds, validationAccuracy, testAccuracy, backend } = result;
  const [numbers, place] = [{ validationAccuracy, testAccuracy }, { backend, workers: 1, seed }];
  return JSON.stringify({ model, parameters, epochs, seconds, ...numbers, ...place });
}

function asText(model: string, { validationAccuracy, testAccuracy }: Result): string {
  const percent = (share: number): string => `${(100 * share).toFixed(2)} %`;
  return [
    `validation accuracy  ${percent(validationAccuracy)}`,
    `test accuracy        ${percent(testAccuracy)}`,
    `model                ${model}`,
  ].join("\n");
}

if (import.meta.main) await runCommand(command.name, () => trainCommand(Deno.args));
