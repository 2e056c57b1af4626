import { UsageError } from "./arguments.ts";
import { userPath } from "./user_path.ts";

/** The file or folder that an option names, as an absolute path.
 *
 * @param name of the option
 * @returns `undefined` where the option was not given
 * @throws {UsageError} if the name is empty, as that of an unset shell variable is
 */
export function pathOption(name: string, given: string | boolean | undefined): string | undefined {
  if (given === undefined) return undefined;
  if (given === "") throw new UsageError(`Cannot take "" for --${name}: must be a path`);
  return userPath(String(given));
}
