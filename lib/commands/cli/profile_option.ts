import { type Profile, profileNamed } from "../../base/profile.ts";
import { UsageError } from "./arguments.ts";

/** The profile that `--profile` names, `quick` where it is not given.
 *
 * @throws {UsageError} if there is no such profile
 */
export function profileOption(given: string | boolean | undefined): Profile {
  try {
    return profileNamed(String(given ?? "quick"));
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
