import { relative, resolve } from "node:path";
import { type Command, parseArguments } from "./cli/arguments.ts";
import { type Course, places, profileOf } from "./cli/course.ts";
import { exportNotebooks } from "./cli/export_notebooks.ts";
import { findNotebooks } from "./cli/find_notebooks.ts";
import { printResult } from "./cli/print.ts";
import { printFailure } from "./cli/print_failure.ts";
import { terminalProgress } from "./cli/progress.ts";
import { loadMetrics } from "./cli/load_metrics.ts";
import { runCommand } from "./cli/run_command.ts";
import { untilInterrupted } from "./cli/until_interrupted.ts";
import { userPath } from "./cli/user_path.ts";
import { writeIndex } from "./cli/write_index.ts";

const command: Command<"profile" | "json"> = {
  name: "report",
  summary:
    "Runs notebooks and writes each as one HTML file that needs nothing else; all of them, " +
    "with an index, where none is named.",
  positionals: "[NOTEBOOK…]",
  options: {
    profile: { type: "string", value: "NAME", help: "smoke, quick (default) or best." },
    json: { type: "boolean", help: "Prints one line of JSON for each report." },
  },
};

/** `deno task report`: runs notebooks and writes their reports.
 *
 * @param line the words after the command
 * @param at other places than the project's own, for tests
 * @returns the exit code
 */
export async function reportCommand(
  line: readonly string[],
  at: Partial<Course> = {},
): Promise<number> {
  const read = parseArguments(command, line);
  if (typeof read === "string") {
    printResult(read);
    return 0;
  }
  const { values, positionals } = read;
  const profile = profileOf(values.profile);
  const course: Course = { ...places, progress: terminalProgress(), ...at };
  const names = await findNotebooks(course.notebooks, positionals);
  return await untilInterrupted(async (signal) => {
    const written = [];
    try {
      for await (const exported of exportNotebooks(names, course, profile, signal)) {
        written.push(exported);
        const { name, report, seconds, cells } = exported;
        const path = relative(userPath("."), report);
        const notebook = `${name}.ipynb`;
        printResult(
          values.json ? JSON.stringify({ notebook, report: path, cells, seconds }) : path,
        );
      }
    } catch (error) {
      return printFailure(error);
    }
    if (positionals.length > 0) return 0;
    const metrics = await loadMetrics(resolve(course.runs, profile.name));
    const index = relative(userPath("."), await writeIndex(written, metrics, course, profile));
    if (!values.json) printResult(index);
    return 0;
  });
}

if (import.meta.main) await runCommand("report", () => reportCommand(Deno.args));
