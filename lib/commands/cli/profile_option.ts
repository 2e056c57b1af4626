import { type Profile, profileNamed } from "../../base/profile.ts";
import { profileFromJson } from "../../base/profile_from_json.ts";
import { UsageError } from "./arguments.ts";
import { userPath } from "./paths.ts";

/** The profile that `--profile` names, `quick` where it is not given.
 *
 * @param named finds the profile of a name: any by default, or that of a file whose name ends in `.json`
 * @throws {UsageError} if there is no such profile, or its file cannot be read or holds none
 */
export function profileOption(
  given: string | boolean | undefined,
  named: (name: string) => Profile = namedOrKept,
): Profile {
  try {
    return named(String(given ?? "quick"));
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function namedOrKept(name: string): Profile {
  if (!name.endsWith(".json")) return profileNamed(name);
  let text: string;
  try {
    text = Deno.readTextFileSync(userPath(name));
  } catch (error) {
    throw new Error(
      `Cannot read profile ${name}: found ${
        (error as Error).message
      }; "deno task tune --retrain" ` +
        "writes one",
    );
  }
  try {
    return profileFromJson(text);
  } catch (error) {
    throw new Error((error as Error).message.replace("the profile", `profile ${name}`));
  }
}
