import { relative } from "node:path";
import { type Course, places, profileOf } from "./cli/course.ts";
import { defineCommand } from "./cli/define_command.ts";
import { type Exported, exportNotebooks } from "./cli/export_notebooks.ts";
import { findNotebooks } from "./cli/find_notebooks.ts";
import { userPath } from "./cli/paths.ts";
import { printResult } from "./cli/print.ts";
import { terminalProgress } from "./cli/progress.ts";
import { runCommand } from "./cli/run_command.ts";
import { writeIndex } from "./cli/write_index.ts";

/** `deno task report`: runs notebooks and writes their reports. For tests there may be other places
 * than the project's own. */
export const reportCommand = defineCommand({
  name: "report",
  summary:
    "Runs notebooks and writes each as one HTML file that needs nothing else; all of them, " +
    "with an index, where none is named.",
  positionals: "[NOTEBOOK…]",
  options: {
    profile: { type: "string", value: "NAME", help: "smoke, quick (default) or best." },
    json: { type: "boolean", help: "Prints one line of JSON for each report." },
  },
  interruptible: true,
}, async ({ values, positionals }, { signal, print }, at: Partial<Course> = {}) => {
  const profile = profileOf(values.profile);
  const course: Course = { ...places, progress: terminalProgress(), ...at };
  const names = await findNotebooks(course.notebooks, positionals);
  const onReport = ({ name, report: path, cells, seconds }: Exported): void => {
    const report = relative(userPath("."), path);
    print({ notebook: `${name}.ipynb`, report, cells, seconds }, () => report);
  };
  const written = await exportNotebooks(names, course, { profile, signal, onReport });
  if (written === undefined) return 1;
  if (positionals.length > 0) return 0;
  const { index } = await writeIndex(written, course, { profile });
  if (!values.json) printResult(relative(userPath("."), index));
  return 0;
});

if (import.meta.main) await runCommand("report", reportCommand);
