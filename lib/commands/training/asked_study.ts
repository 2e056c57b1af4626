import { projectPath } from "../../base/paths.ts";
import type { Profile } from "../../base/profile.ts";
import { checkSpace } from "../../tune/check_space.ts";
import { defaultSpace } from "../../tune/default_space.ts";
import type { Candidate } from "../../tune/grid.ts";
import { profileWith } from "../../tune/profile_with.ts";
import { type SamplerName, samplerNames } from "../../tune/sampler.ts";
import type { Space } from "../../tune/space.ts";
import type { StudyPart } from "../../tune/study.ts";
import type { StudyPlan } from "../../tune/study_plan.ts";
import { numberOf, UsageError } from "../cli/arguments.ts";
import { pathOption } from "../cli/options.ts";
import { userPath } from "../cli/paths.ts";
import { queueFrom, queueOption } from "../cli/queue_option.ts";
import { shardOption } from "../cli/shard.ts";

/** Trials of a study where neither their number nor the time is given. */
const usualTrials = 20;

/** Trials of a study that may run at the same time on a queue, where nothing else is said. */
const usualAtOnce = 8;

/** The options that make a search a study. */
export const studyOptions = {
  trials: {
    type: "string",
    value: "N",
    help:
      `Study: N trials of settings drawn from a space; ${usualTrials}, or as many as --minutes lets, by default.`,
  },
  minutes: {
    type: "string",
    value: "X",
    help: "Study: begins no trial after X minutes of this run.",
  },
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
  queue: {
    ...queueOption,
    help: "Study: has its trials run by deno task worker, through a queue in PostgreSQL.",
  },
  "at-once": {
    type: "string",
    value: "N",
    help: "Study: N trials may run at a time, so each knows those alone that came N before it; " +
      `${usualAtOnce} with --queue, else 1, by default.`,
  },
  shard: {
    type: "string",
    value: "I/N",
    help:
      "Study: runs every N-th trial from the I-th on; auto asks Slurm's or Kubernetes' variables.",
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
  /** What its files are called by default, without their ending. */
  readonly name: string;
  /** The file of its trials. */
  readonly path: string;
  /** Which of its trials are run here; all where it is left out. */
  readonly part?: StudyPart;
  /** The queue by which they are run, if not here. */
  readonly queue?: URL;
  readonly plan: Omit<StudyPlan, "data">;
  readonly trials: number;
  readonly minutes: number;
  readonly isRetrained: boolean;
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
  const queue = values.queue === undefined ? undefined : queueFrom(values.queue);
  const shard = values.shard === undefined ? undefined : shardOption(String(values.shard));
  for (const other of ["queue", "retrain"] as const) {
    if (shard === undefined || values[other] === undefined) continue;
    throw new UsageError(
      `Cannot take --${other} with --shard: found both, wanted one of them; docs/scale.md says how ` +
        "parts are put together",
    );
  }
  const atOnce = numberOf("at-once", values["at-once"], { least: 1, integer: true }) ??
    (queue ? usualAtOnce : 1);
  const minutes = numberOf("minutes", values.minutes, { least: Number.MIN_VALUE });
  const trials = numberOf("trials", values.trials, { least: 1, integer: true });
  const sampler = String(values.sampler ?? "tpe");
  if (!(samplerNames as readonly string[]).includes(sampler)) {
    throw new UsageError(
      `Cannot take "${sampler}" for --sampler: must be ${samplerNames.join(", ")}`,
    );
  }
  const name = shard === undefined ? "study" : `study-${shard.part}-of-${shard.of}`;
  return {
    name,
    path: pathOption("study", values.study) ??
      projectPath("data", "runs", profile.name, `${name}.jsonl`),
    ...(shard && { part: { first: shard.part - 1, of: shard.of } }),
    ...(queue && { queue }),
    plan: {
      profile,
      space: askedSpace(values.space, profile, lists),
      sampler: sampler as SamplerName,
      seed: numberOf("seed", values.seed, { integer: true }) ?? 1,
      earlyStop: values["no-early-stop"] !== true,
      ...(atOnce > 1 && { atOnce }),
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
  const place = file === undefined ? "" : ` (--space ${file})`;
  try {
    const ranges = file === undefined ? defaultSpace(profile) : checkSpace(spaceIn(String(file)));
    const space = checkSpace({ ...ranges, ...listed });
    if (space.augmentation !== undefined) profileWith(profile, { augmentation: 1 });
    for (const network of space.network?.values ?? []) profileWith(profile, { network });
    return space;
  } catch (error) {
    throw new UsageError(`${(error as Error).message}${place}`);
  }
}

function spaceIn(file: string): unknown {
  try {
    return JSON.parse(Deno.readTextFileSync(userPath(file)));
  } catch (error) {
    throw new Error(`Cannot read the space ${file}: found ${(error as Error).message}`);
  }
}
