import { projectPath } from "../../base/paths.ts";
import type { Profile } from "../../base/profile.ts";
import { checkSpace } from "../../tune/check_space.ts";
import { defaultSpace } from "../../tune/default_space.ts";
import type { Candidate } from "../../tune/grid.ts";
import { profileWith } from "../../tune/profile_with.ts";
import { type SamplerName, samplerNames } from "../../tune/sampler.ts";
import type { Space } from "../../tune/space.ts";
import type { StudyPlan } from "../../tune/study_plan.ts";
import { numberOf, UsageError } from "../cli/arguments.ts";
import { pathOption } from "../cli/options.ts";
import { userPath } from "../cli/paths.ts";

/** Trials of a study where neither their number nor the time is given. */
const usualTrials = 20;

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
