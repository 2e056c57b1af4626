import { dirname, join } from "node:path";
import { projectPath } from "../../base/paths.ts";
import { percent } from "../../base/format.ts";
import type { Profile } from "../../base/profile.ts";
import { writeAtomic } from "../../base/write_atomic.ts";
import type { BackendName } from "../../backend/backend.ts";
import type { Dataset } from "../../download/dataset.ts";
import type { TrainingData } from "../../train/training_data.ts";
import { checkSpace } from "../../tune/check_space.ts";
import { dataDigest } from "../../tune/data_digest.ts";
import { defaultSpace } from "../../tune/default_space.ts";
import type { Candidate } from "../../tune/grid.ts";
import { type Importance, importanceOf } from "../../tune/importance.ts";
import { profileWith } from "../../tune/profile_with.ts";
import { type SamplerName, samplerNames } from "../../tune/sampler.ts";
import type { Space } from "../../tune/space.ts";
import { runStudy } from "../../tune/study.ts";
import { StudyFile } from "../../tune/study_file.ts";
import type { StudyPlan } from "../../tune/study_plan.ts";
import { trainingObjective } from "../../tune/training_objective.ts";
import { bestTrial, type Trial } from "../../tune/trial.ts";
import { numberOf, UsageError } from "./arguments.ts";
import { pathOption } from "./options.ts";
import { checkWritable, userPath } from "./paths.ts";
import { printNote } from "./print.ts";
import { terminalProgress } from "./progress.ts";
import { type TrainedProfile, trainProfile } from "./train_profile.ts";
import { trialTable, trialText } from "./trial_text.ts";

/** Trials of a study where neither their number nor the time is given. */
export const usualTrials = 20;

/** The options that make a search a study. */
export const studyOptions = {
  trials: {
    type: "string",
    value: "N",
    help:
      `Study: N trials of settings drawn from a space; ${usualTrials}, or as many as --minutes lets, by default.`,
  },
  minutes: { type: "string", value: "X", help: "Study: begins no trial after X minutes." },
  sampler: {
    type: "string",
    value: "NAME",
    help:
      "Study: random, halton (fills the space evenly) or tpe (learns from the trials before); " +
      "tpe by default.",
  },
  space: {
    type: "string",
    value: "FILE",
    help: "Study: the settings to vary and their ranges, as JSON; around the profile by default.",
  },
  seed: {
    type: "string",
    value: "N",
    help: "Study: decides which settings are drawn; 1 by default.",
  },
  "no-early-stop": {
    type: "boolean",
    help: "Study: trains each trial to its end, even one that lags behind.",
  },
  study: {
    type: "string",
    value: "FILE",
    help: "Study: where trials are kept, and gone on from; data/runs/NAME/study.jsonl by default.",
  },
  retrain: {
    type: "boolean",
    help:
      "Study: writes the winner as a profile, trains it on all images, scores it on the test set.",
  },
} as const;

type Given = Readonly<Partial<Record<keyof typeof studyOptions, string | boolean>>>;

/** A study, as the command line asks for it. */
export interface AskedStudy {
  readonly path: string;
  readonly plan: Omit<StudyPlan, "data">;
  readonly trials: number;
  readonly minutes: number;
  readonly isRetrained: boolean;
}

/** What a study found. */
export interface StudyResult {
  readonly best: Trial | undefined;
  readonly importance: readonly Importance[];
  readonly trials: readonly Trial[];
  /** What came of the winner, where it was trained again. */
  readonly retrained?: TrainedProfile & { readonly profile: string; readonly model: string };
}

/** The study that is asked for, if any of its options is given.
 *
 * @param lists values that were listed for a setting: it is one of them
 * @throws {UsageError} if an option makes no sense
 */
export function askedStudy(
  values: Given,
  profile: Profile,
  lists: Partial<Record<keyof Candidate, readonly number[]>>,
): AskedStudy | undefined {
  if (!Object.keys(studyOptions).some((name) => values[name as keyof Given] !== undefined)) {
    return undefined;
  }
  const minutes = numberOf("minutes", values.minutes, { least: Number.MIN_VALUE });
  const trials = numberOf("trials", values.trials, { least: 1, integer: true });
  const sampler = String(values.sampler ?? "tpe");
  if (!(samplerNames as readonly string[]).includes(sampler)) {
    throw new UsageError(
      `Cannot take "${sampler}" for --sampler: must be ${samplerNames.join(", ")}`,
    );
  }
  return {
    path: pathOption("study", values.study) ??
      projectPath("data", "runs", profile.name, "study.jsonl"),
    plan: {
      profile,
      space: askedSpace(values.space, profile, lists),
      sampler: sampler as SamplerName,
      seed: numberOf("seed", values.seed, { integer: true }) ?? 1,
      earlyStop: values["no-early-stop"] !== true,
    },
    trials: trials ?? (minutes === undefined ? usualTrials : Infinity),
    minutes: minutes ?? Infinity,
    isRetrained: values.retrain === true,
  };
}

function askedSpace(
  file: string | boolean | undefined,
  profile: Profile,
  lists: Partial<Record<keyof Candidate, readonly number[]>>,
): Space {
  const listed = Object.fromEntries(
    Object.entries(lists).map(([name, values]) => [name, { kind: "choice", values }]),
  );
  try {
    const ranges = file === undefined
      ? defaultSpace(profile)
      : checkSpace(JSON.parse(Deno.readTextFileSync(userPath(String(file)))));
    const space = checkSpace({ ...ranges, ...listed });
    profileWith(profile, space.augmentation === undefined ? {} : { augmentation: 1 });
    return space;
  } catch (error) {
    const place = file === undefined ? "" : ` (--space ${file})`;
    throw new UsageError(`${(error as Error).message}${place}`);
  }
}

/** Runs a study, or goes on with it, with progress on stderr.
 *
 * @param data what the trials learn, and are compared on
 * @param sets all there is, for the winner
 */
export async function tuneStudy(
  asked: AskedStudy,
  data: TrainingData,
  sets: {
    readonly train: Dataset;
    readonly test: Dataset | undefined;
    readonly backend: BackendName;
    readonly signal: AbortSignal;
  },
): Promise<StudyResult> {
  const trials = await tried(asked, data, sets.signal);
  const best = bestTrial(trials);
  const importance = importanceOf(asked.plan.space, trials);
  const result = { best, importance, trials };
  if (!asked.isRetrained || best === undefined || sets.test === undefined) return result;
  return { ...result, retrained: await retrain(asked, best, { ...sets, test: sets.test }) };
}

async function tried(asked: AskedStudy, data: TrainingData, signal: AbortSignal): Promise<Trial[]> {
  await checkWritable(dirname(asked.path), "name another file with --study");
  await Deno.mkdir(dirname(asked.path), { recursive: true });
  const plan = { ...asked.plan, data: dataDigest(data) };
  using file = await StudyFile.open(asked.path, plan);
  const trials = [...file.trials];
  if (trials.length > 0) printNote(`Going on after ${trials.length} trials in ${asked.path}`);
  const objective = trainingObjective(data, { profile: plan.profile, signal });
  const start = performance.now();
  const share = (): number => (performance.now() - start) / 60_000 / asked.minutes;
  const options = {
    finished: file.trials,
    trials: asked.trials,
    isTimeUp: () => share() >= 1,
  };
  const progress = terminalProgress();
  try {
    await progress.run("tune", async () => {
      for await (const trial of runStudy(plan, objective, options)) {
        await file.add(trial);
        trials.push(trial);
        progress.update(Math.max(share(), trials.length / asked.trials), trialText(trial));
      }
    });
  } catch (error) {
    if (signal.aborted) printNote("Interrupted. The same command goes on with the study.");
    throw error;
  }
  return trials;
}

async function retrain(
  { path, plan }: AskedStudy,
  best: Trial,
  sets: Parameters<typeof tuneStudy>[2] & { readonly test: Dataset },
): Promise<NonNullable<StudyResult["retrained"]>> {
  const stem = path.replace(/\.jsonl?$/, "");
  const [file, folder] = [`${stem}-winner.json`, join(dirname(path), `${baseOf(stem)}-winner`)];
  const profile = {
    ...profileWith(plan.profile, best.settings),
    name: `${plan.profile.name}-tuned`,
  };
  await writeAtomic(file, `${JSON.stringify(profile, null, 2)}\n`);
  printNote(`Training trial ${best.number} on all images; its profile is ${file}`);
  const advice = `"deno task train --profile ${file} --out ${folder} --resume" goes on.`;
  const { signal } = sets;
  const trained = await trainProfile(profile, sets, { folder, signal, advice });
  return { profile: file, model: folder, ...trained };
}

function baseOf(path: string): string {
  return path.slice(dirname(path).length + 1);
}

/** A study in words: its trials, how much each setting matters, the winner. */
export function studyText({ best, importance, trials, retrained }: StudyResult): string {
  return [
    trialTable(trials),
    "",
    "share of the variance of ranks that a setting alone explains:",
    ...importance.map(({ setting, explained }) =>
      `  ${setting.padEnd(16)}${explained === undefined ? "too few trials" : percent(explained)}`
    ),
    "",
    best === undefined ? "best: no trial went to its end" : `best: ${trialText(best)}`,
    ...(retrained === undefined ? [] : [
      `retrained: validation accuracy ${percent(retrained.validationAccuracy, 2)}  ` +
      `test accuracy ${percent(retrained.testAccuracy, 2)}`,
      `profile: ${retrained.profile}`,
      `model: ${retrained.model}`,
    ]),
  ].join("\n");
}
