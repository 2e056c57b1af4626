import { relative } from "node:path";
import { initBackend } from "../backend/backend.ts";
import type { LayersModel } from "../backend/layers_model.ts";
import { thousands } from "../base/format.ts";
import { projectPath } from "../base/paths.ts";
import type { Profile } from "../base/profile.ts";
import { classificationReport } from "../evaluate/classification_report.ts";
import { corruptionText } from "../evaluate/corruption_text.ts";
import type { Severity } from "../evaluate/corruptions/corruption.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { evaluationReport } from "../evaluate/evaluation_report.ts";
import { nearestMean } from "../evaluate/nearest_mean.ts";
import { reportText } from "../evaluate/report_text.ts";
import { checkDigitModel } from "../model/check_digit_model.ts";
import { loadModel } from "../model/load_model.ts";
import { loadTrainingRecord } from "../model/training_record.ts";
import { type Arguments, type Command, numberOf, UsageError } from "./cli/arguments.ts";
import { defineCommand } from "./cli/define_command.ts";
import { loadWithProgress } from "./cli/load_with_progress.ts";
import { dataFrom, dataOption, pathOption } from "./cli/options.ts";
import { userPath } from "./cli/paths.ts";
import { printNote } from "./cli/print.ts";
import { profileOption } from "./cli/profile_option.ts";
import { terminalProgress, type Update } from "./cli/progress.ts";
import { runCommand } from "./cli/run_command.ts";
import { compared, comparisonText } from "./scoring/comparison.ts";
import { corruptionsWithProgress } from "./scoring/corruptions_with_progress.ts";
import { saveMetrics } from "./scoring/metrics_file.ts";
import { scoreSeeds } from "./training/score_seeds.ts";
import { seedsText } from "./training/seeds_text.ts";
import { validationOf } from "./training/validation_of.ts";

const command = {
  name: "evaluate",
  summary: "Scores a model on MNIST's 10,000 test images.",
  options: {
    model: {
      type: "string",
      value: "DIR",
      help: "The folder that holds model.json; data/model by default.",
    },
    data: dataOption,
    against: {
      type: "string",
      value: "DIR",
      help: "Another model: whether the two can be told apart (McNemar's exact test).",
    },
    profile: {
      type: "string",
      value: "NAME",
      help: "What trained the model: fits a temperature on the images it was validated on; with " +
        "--save, what training.json beside it says by default.",
    },
    seeds: {
      type: "string",
      value: "N",
      help: "Trains --profile, quick by default, with N seeds instead, and scores each.",
    },
    seed: {
      type: "string",
      value: "N",
      help: "Of the profile and of the intervals; 1 by default.",
    },
    resamples: {
      type: "string",
      value: "N",
      help: "Of the bootstrap, 200 by default: more give steadier intervals.",
    },
    corruptions: {
      type: "boolean",
      help: "Scores it, and the one of --against, on MNIST-C's 15 corruptions instead.",
    },
    severity: {
      type: "string",
      value: "N",
      help: "Of the corruptions, 1 to 5; as in MNIST-C by default.",
    },
    save: {
      type: "boolean",
      help: "Writes all of it to DIR/metrics.json, with MNIST-C's corruptions beside a baseline.",
    },
    report: { type: "boolean", help: "Prints scikit-learn's classification report alone." },
    json: { type: "boolean", help: "Prints the numbers as one line of JSON." },
  },
} as const satisfies Command<string>;

type Given = Arguments<keyof typeof command.options>["values"];

/** `deno task evaluate`: scores a model, or a profile over several seeds.
 *
 * @throws {Error} if there is no model
 * @throws {TypeError} if its shape is not that of a reader of digits
 */
export const evaluateCommand = defineCommand(command, async ({ values }, { print }) => {
  const from = dataFrom(values.data);
  const seeds = numberOf("seeds", values.seeds, { least: 1, integer: true });
  const seed = numberOf("seed", values.seed, { integer: true });
  const resamples = numberOf("resamples", values.resamples, { least: 1, integer: true });
  const severity = chosenSeverity(values);
  const folder = pathOption("model", values.model) ?? projectPath("data", "model");
  const profile = chosenProfile(values, seed) ?? await recordedProfile(values, folder);
  const otherFolder = pathOption("against", values.against);
  if (values.save) refuseBesideSave(values);
  const backend = await initBackend();
  if (seeds !== undefined) {
    refuseBesideSeeds(values);
    const { train, test, source } = await loadWithProgress(from, ["train", "test"]);
    printNote(`Training profile ${profile!.name} on ${backend}, data from ${source}`);
    return print(await scoreSeeds(profile!, { train, test }, seeds), seedsText);
  }
  const model = await loadReader(folder);
  const other = otherFolder === undefined ? undefined : await loadReader(otherFolder);
  const { test, source, train } = profile === undefined && !values.save
    ? { ...await loadWithProgress(from, ["test"]), train: undefined }
    : await loadWithProgress(from, ["train", "test"]);
  const [images, parameters] = [test.size, model.countParams()].map(thousands);
  const name = shownPath(folder);
  printNote(`Reading ${images} test images, from ${source}`);
  printNote(`Model ${name}, ${parameters} parameters, on ${backend}`);
  if (values.corruptions) {
    const names = [name, ...(otherFolder === undefined ? [] : [shownPath(otherFolder)])];
    const models = [model, ...(other ? [other] : [])];
    const scores = await corruptionsWithProgress(models, test, { severity, seed });
    return print({ models: names, ...scores }, () => corruptionText(scores, names));
  }
  const { evaluation, report, against } = await withProgress(async (update) => {
    const evaluation = await evaluate(model, test, update);
    const validation = profile && train && await validationOf(model, profile, train);
    const report = evaluationReport(test, evaluation, {
      ...(resamples !== undefined && { resamples }),
      ...(seed !== undefined && { seed }),
      ...(validation && { validation }),
    });
    const against = other && await compared(test, evaluation, other, shownPath(otherFolder!));
    return { evaluation, report, against };
  });
  if (values.save) {
    const names = [name, "nearest mean image"];
    const models = [model, nearestMean(train!)];
    const scores = await corruptionsWithProgress(models, test, { severity, seed });
    const metrics = { ...report, corruptions: { models: names, ...scores } };
    await saveMetrics(folder, metrics);
    return print(metrics, () => [reportText(report), corruptionText(scores, names)].join("\n\n"));
  }
  if (values.report) {
    const { text, table } = classificationReport(evaluation, { digits: 4 });
    return print(table, () => text.trimEnd());
  }
  print(
    { ...report, ...(against && { against }) },
    () => [reportText(report), ...(against ? [comparisonText(against, name)] : [])].join("\n\n"),
  );
});

async function loadReader(folder: string): Promise<LayersModel> {
  const model = await loadModel(folder);
  checkDigitModel(model, { withNonDigit: true });
  return model;
}

/** The profile that was trained, or is to be; undefined where none is needed. */
function chosenProfile(given: Given, seed: number | undefined): Profile | undefined {
  if (given.profile === undefined && given.seeds === undefined) return undefined;
  const profile = profileOption(given.profile);
  if (profile.name === "lines") {
    throw new UsageError("Cannot score profile lines: it reads lines, not single digits");
  }
  return { ...profile, ...(seed !== undefined && { seed }) };
}

/** What `--save` fits a temperature with: the profile by which the model was trained, seed and all. */
async function recordedProfile(given: Given, folder: string): Promise<Profile | undefined> {
  return given.save === undefined ? undefined : (await loadTrainingRecord(folder))?.profile;
}

function chosenSeverity(given: Given): Severity | undefined {
  const severity = numberOf("severity", given.severity, { least: 1, integer: true });
  if (severity === undefined) return undefined;
  if (severity > 5) {
    throw new UsageError(`Cannot take "${severity}" for --severity: must be 1 to 5`);
  }
  return severity as Severity;
}

function refuseBesideSeeds(given: Given): void {
  for (const name of ["model", "against", "report", "resamples", "corruptions", "save"] as const) {
    if (given[name] === undefined) continue;
    throw new UsageError(`Cannot take --${name} with --seeds, which trains models of its own`);
  }
}

function refuseBesideSave(given: Given): void {
  for (const name of ["against", "report", "corruptions", "severity"] as const) {
    if (given[name] === undefined) continue;
    throw new UsageError(`Cannot take --${name} with --save, which writes what is always the same`);
  }
}

async function withProgress<Result>(
  work: (update: (fraction: number) => void) => Promise<Result>,
): Promise<Result> {
  const withShare = (update: Update): Promise<Result> =>
    work((fraction) => update(fraction, `${Math.round(100 * fraction)} %`));
  return (await terminalProgress().run("evaluate", withShare)).result;
}

function shownPath(folder: string): string {
  return relative(userPath("."), folder) || ".";
}

if (import.meta.main) {
  // What only scores has no way to write.
  if (!Deno.args.includes("--save")) await Deno.permissions.revoke({ name: "write" });
  await runCommand("evaluate", evaluateCommand);
}
