import { dirname, join } from "node:path";
import type { BackendName } from "../../backend/backend.ts";
import { percent } from "../../base/format.ts";
import { writeAtomic } from "../../base/write_atomic.ts";
import type { Dataset } from "../../download/dataset.ts";
import type { TrainingData } from "../../train/training_data.ts";
import { dataDigest } from "../../tune/data_digest.ts";
import { type Importance, importanceOf } from "../../tune/importance.ts";
import { profileWith } from "../../tune/profile_with.ts";
import { runStudy, runTasks } from "../../tune/study.ts";
import { StudyFile } from "../../tune/study_file.ts";
import type { StudyPlan } from "../../tune/study_plan.ts";
import { trainingObjective } from "../../tune/training_objective.ts";
import { bestTrial, type Trial } from "../../tune/trial.ts";
import type { TrialSender } from "../../queue/trial_sender.ts";
import type { AskedStudy } from "./asked_study.ts";
import { checkWritable } from "../../base/check_writable.ts";
import { printNote } from "../cli/print.ts";
import { terminalProgress } from "../cli/progress.ts";
import { type TrainedProfile, trainProfile } from "./train_profile.ts";
import { trialTable, trialText } from "./trial_text.ts";

/** What a study found. */
export interface StudyResult {
  readonly best: Trial | undefined;
  readonly importance: readonly Importance[];
  readonly trials: readonly Trial[];
  /** What came of the winner, where it was trained again. */
  readonly retrained?: TrainedProfile & { readonly profile: string; readonly model: string };
}

/** What a study learns from. */
export interface StudyData extends TrainingData {
  /** Where it comes from, and how much of it is taken, as whoever trains on it elsewhere needs to know. */
  readonly source: { readonly from: string; readonly images?: number };
}

/** Runs a study, or goes on with it, with progress on stderr.
 *
 * @param data what the trials learn, and are compared on
 * @param sets all there is, for the winner
 */
export async function tuneStudy(
  asked: AskedStudy,
  data: StudyData,
  sets: {
    readonly train: Dataset;
    readonly test: Dataset | undefined;
    readonly source: string;
    readonly backend: BackendName;
    readonly signal: AbortSignal;
  },
): Promise<StudyResult> {
  const trials = await tried(asked, data, sets.signal);
  const best = bestTrial(trials);
  const importance = importanceOf(asked.plan.space, trials);
  const result = { best, importance, trials };
  if (!asked.isRetrained || sets.test === undefined) return result;
  if (best === undefined) {
    printNote("No trial went to its end, so none is trained again: give more --trials");
    return result;
  }
  return { ...result, retrained: await retrain(asked, best, { ...sets, test: sets.test }) };
}

async function tried(asked: AskedStudy, data: StudyData, signal: AbortSignal): Promise<Trial[]> {
  await checkWritable(dirname(asked.path), "name another file with --study");
  await Deno.mkdir(dirname(asked.path), { recursive: true });
  const plan = { ...asked.plan, data: dataDigest(data) };
  using file = await StudyFile.open(asked.path, plan, asked.part);
  const trials = [...file.trials];
  if (trials.length > 0) printNote(`Going on after ${trials.length} trials in ${asked.path}`);
  const start = performance.now();
  const share = (): number => (performance.now() - start) / 60_000 / asked.minutes;
  const { first, of } = asked.part ?? { first: 0, of: 1 };
  const count = Math.ceil((asked.trials - first) / of);
  const options = {
    finished: file.trials,
    trials: asked.trials,
    part: { first, of },
    isTimeUp: () => share() >= 1,
  };
  // Where trials run beside each other each has one core, so that the number of cores decides nothing.
  const workers = (plan.atOnce ?? 1) > 1 || asked.part !== undefined ? { workers: 1 } : {};
  await using sender = asked.queue && await openSender(asked.queue, plan, data.source, signal);
  const running = sender === undefined
    ? runStudy(
      plan,
      trainingObjective(data, { profile: plan.profile, ...workers, signal }),
      options,
    )
    : runTasks(plan, (task) => sender.run(task), { ...options, running: plan.atOnce ?? 1 });
  try {
    await terminalProgress().run("tune", async (update) => {
      for await (const trial of running) {
        await file.add(trial);
        trials.push(trial);
        update(Math.max(share(), trials.length / count), trialText(trial));
      }
    });
  } catch (error) {
    if (signal.aborted) printNote("Interrupted. The same command goes on with the study.");
    throw error;
  }
  return trials;
}

async function openSender(
  url: URL,
  plan: StudyPlan,
  data: StudyData["source"],
  signal: AbortSignal,
): Promise<TrialSender> {
  // Named by a variable, or Deno loads what it imports even where it is not run.
  const module = "../../queue/trial_sender.ts";
  const { TrialSender }: typeof import("../../queue/trial_sender.ts") = await import(module);
  const note = (message: string): void => printNote(`tune: ${message}`);
  return await TrialSender.open(url, { plan, data }, { signal, note });
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
