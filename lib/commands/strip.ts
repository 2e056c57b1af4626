import { join, relative } from "node:path";
import { writeAtomic } from "../base/write_atomic.ts";
import { stripOutputs } from "../report/jupyter/strip_outputs.ts";
import { type Course, places } from "./notebooks/course.ts";
import { defineCommand } from "./cli/define_command.ts";
import { findNotebooks } from "./notebooks/find_notebooks.ts";
import { userPath } from "./cli/paths.ts";
import { printResult } from "./cli/print.ts";
import { runCommand } from "./cli/run_command.ts";

/** `deno task strip`: removes what runs left in the notebooks' files. For tests there may be another
 * folder of notebooks than the project's own. */
export const stripCommand = defineCommand({
  name: "strip",
  summary: "Removes the outputs from notebooks, so that they can be committed; from all of them " +
    "where none is named. Prints those that had some.",
  positionals: "[NOTEBOOK…]",
  options: {},
}, async ({ positionals }, _frame, { notebooks }: Pick<Course, "notebooks"> = places) => {
  for (const name of await findNotebooks(notebooks, positionals)) {
    const path = join(notebooks, `${name}.ipynb`);
    const text = await Deno.readTextFile(path);
    const stripped = stripOutputs(text, `${name}.ipynb`);
    if (stripped === text) continue;
    await writeAtomic(path, stripped);
    printResult(relative(userPath("."), path));
  }
});

if (import.meta.main) await runCommand("strip", stripCommand);
