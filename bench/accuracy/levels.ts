import { type Profile, profileNamed } from "@lib/base/profile.ts";
import { profileFromJson } from "@lib/base/profile_from_json.ts";
import { projectPath } from "@lib/base/paths.ts";

/** An accuracy to reach, and the recipe by which. */
export interface Level {
  /** Of the test set, 0 to 1. */
  readonly accuracy: number;
  /** From the start of the process to the saved model: the target. */
  readonly seconds: number;
  /** What `train --profile` is told: a name, or the path of a file in this project. */
  readonly profile: string;
  /** As `train --epochs` takes it; as the profile says where it is missing. */
  readonly epochs?: number;
  /** For how many seeds PyTorch takes its turn: where it takes minutes, for one. */
  readonly peerSeeds: number;
  /** Whether it is measured only where it is named, for it takes minutes. */
  readonly isLong: boolean;
}

const [short, long] = [{ peerSeeds: 5, isLong: false }, { peerSeeds: 1, isLong: true }];

/** Chosen by the accuracy on validation images of seeds that are not measured: see `bench/README.md`. */
export const levels: readonly Level[] = [
  { accuracy: 0.99, seconds: 2, profile: "bench/accuracy/99.json", ...short },
  { accuracy: 0.994, seconds: 15, profile: "bench/accuracy/99.4.json", ...short },
  { accuracy: 0.995, seconds: 40, profile: "best", epochs: 4, ...long },
  { accuracy: 0.996, seconds: 120, profile: "best", epochs: 12, ...long },
];

/** What `deno task train` is told for a level, but for the seed. */
export function lineOf({ profile, epochs }: Level): string[] {
  return ["--profile", profile, ...(epochs === undefined ? [] : ["--epochs", `${epochs}`])];
}

/** All that decides how a level's runs go. */
export async function recipeOf({ profile, epochs }: Level): Promise<Profile> {
  const recipe = profile.endsWith(".json")
    ? profileFromJson(await Deno.readTextFile(projectPath(profile)))
    : profileNamed(profile);
  return { ...recipe, ...(epochs !== undefined && { epochs }) };
}
