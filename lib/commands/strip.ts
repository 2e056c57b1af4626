import { join, relative } from "node:path";
import { writeAtomic } from "../base/write_atomic.ts";
import { stripOutputs } from "../report/jupyter/strip_outputs.ts";
import { type Command, parseArguments } from "./cli/arguments.ts";
import { type Course, places } from "./cli/course.ts";
import { findNotebooks } from "./cli/find_notebooks.ts";
import { printResult } from "./cli/print.ts";
import { runCommand } from "./cli/run_command.ts";
import { userPath } from "./cli/user_path.ts";

const command: Command<never> = {
  name: "strip",
  summary: "Removes the outputs from notebooks, so that they can be committed; from all of them " +
    "where none is named. Prints those that had some.",
  positionals: "[NOTEBOOK…]",
  options: {},
};

/** `deno task strip`: removes what runs left in the notebooks' files.
 *
 * @param line the words after the command
 * @param at another folder of notebooks than the project's own, for tests
 * @returns the exit code
 * @throws {UsageError} if the command line is wrong, or there is no such notebook
 */
export async function stripCommand(
  line: readonly string[],
  { notebooks }: Pick<Course, "notebooks"> = places,
): Promise<number> {
  const read = parseArguments(command, line);
  if (typeof read === "string") {
    printResult(read);
    return 0;
  }
  for (const name of await findNotebooks(notebooks, read.positionals)) {
    const path = join(notebooks, `${name}.ipynb`);
    const text = await Deno.readTextFile(path);
    const stripped = stripOutputs(text, `${name}.ipynb`);
    if (stripped === text) continue;
    await writeAtomic(path, stripped);
    printResult(relative(userPath("."), path));
  }
  return 0;
}

if (import.meta.main) await runCommand(command.name, () => stripCommand(Deno.args));
