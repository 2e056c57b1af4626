import { projectPath } from "../../base/paths.ts";
import { notebookProfile, type Profile } from "../../base/profile.ts";
import { profileOption } from "../cli/profile_option.ts";
import type { ProgressLine } from "../cli/progress.ts";

/** Where the commands that run notebooks find and put things. */
export interface Course {
  /** The folder of the notebooks. */
  readonly notebooks: string;
  /** The folder of what the notebooks make, one folder a profile. */
  readonly runs: string;
  /** The folder for the reports. */
  readonly reports: string;
  readonly progress: ProgressLine;
}

/** The places inside this project. */
export const places: Omit<Course, "progress"> = {
  notebooks: projectPath("notebooks"),
  runs: projectPath("data", "runs"),
  reports: projectPath("reports"),
};

/** The profile to run: what `--profile` says, else the environment variable `PROFILE`, else `quick`.
 *
 * @throws {UsageError} if there is no such profile, or the notebooks do not run on it
 */
export function profileOf(option: string | boolean | undefined): Profile {
  return profileOption(option ?? (Deno.env.get("PROFILE") || undefined), notebookProfile);
}
