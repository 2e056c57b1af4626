import { basename, join } from "node:path";
import { UsageError } from "../cli/arguments.ts";

/** The notebooks that a command line asks for.
 *
 * @param folder where the notebooks lie
 * @param wanted their names, `03_train` or `03_train.ipynb` or a path to it; all where there are none
 * @returns their file names without the ending, in reading order
 * @throws {UsageError} if there is no such notebook
 */
export async function findNotebooks(
  folder: string,
  wanted: readonly string[],
): Promise<string[]> {
  const all: string[] = [];
  for await (const { name, isFile } of Deno.readDir(folder)) {
    if (isFile && name.endsWith(".ipynb")) all.push(basename(name, ".ipynb"));
  }
  all.sort();
  if (all.length === 0) {
    throw new UsageError(`Cannot find notebooks: found none in ${join(folder)}`);
  }
  const names = new Set(wanted.map((name) => basename(name, ".ipynb")));
  for (const name of names) {
    if (all.includes(name)) continue;
    throw new UsageError(`Cannot find notebook "${name}": must be one of ${all.join(", ")}`);
  }
  return names.size === 0 ? all : all.filter((name) => names.has(name));
}
