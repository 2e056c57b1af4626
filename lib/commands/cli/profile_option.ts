import { type Profile, profileNamed } from "../../base/profile.ts";
import { UsageError } from "./arguments.ts";

/** The profile that `--profile` names, `quick` where it is not given.
 *
 * @param named finds the profile of a name: any by default
 * @throws {UsageError} if there is no such profile
 */
export function profileOption(
  given: string | boolean | undefined,
  named: (name: string) => Profile = profileNamed,
): Profile {
  try {
    return named(String(given ?? "quick"));
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
