import { relative, resolve } from "node:path";
import { percent, thousands } from "../base/format.ts";
import { loadMnist } from "../download/load_mnist.ts";
import { type Command, parseArguments } from "./cli/arguments.ts";
import { type Course, places, profileOf } from "./cli/course.ts";
import { type Exported, exportNotebooks } from "./cli/export_notebooks.ts";
import { findNotebooks } from "./cli/find_notebooks.ts";
import { printResult } from "./cli/print.ts";
import { printFailure } from "./cli/print_failure.ts";
import { type ProgressLine, terminalProgress } from "./cli/progress.ts";
import { loadMetrics } from "./cli/load_metrics.ts";
import { runCommand } from "./cli/run_command.ts";
import { untilInterrupted } from "./cli/until_interrupted.ts";
import { userPath } from "./cli/user_path.ts";
import { writeIndex } from "./cli/write_index.ts";

const command: Command<"profile"> = {
  name: "start",
  summary: "Gets MNIST, runs the six notebooks in order, and writes reports/index.html and one " +
    "HTML file each.",
  options: {
    profile: { type: "string", value: "NAME", help: "smoke, quick (default) or best." },
  },
};

/** What `deno task start` works with; other things than the project's own for tests. */
export interface StartOptions extends Partial<Course> {
  /** Gets the data and checks it. Returns what there is, in a few words. */
  readonly getData?: () => Promise<string>;
}

/** `deno task start`: the data, then the whole course, then what came out.
 *
 * @param line the words after the command
 * @returns the exit code
 */
export async function startCommand(
  line: readonly string[],
  { getData = checkMnist, ...at }: StartOptions = {},
): Promise<number> {
  const read = parseArguments(command, line);
  if (typeof read === "string") {
    printResult(read);
    return 0;
  }
  const profile = profileOf(read.values.profile);
  const course: Course = { ...places, progress: terminalProgress(), ...at };
  const names = await findNotebooks(course.notebooks, []);
  return await untilInterrupted(async (signal) => {
    const begun = new Date();
    await stage(course.progress, "data", getData);
    const written: Exported[] = [];
    try {
      for await (const exported of exportNotebooks(names, course, profile, signal)) {
        written.push(exported);
      }
    } catch (error) {
      return printFailure(error);
    }
    const metrics = await loadMetrics(resolve(course.runs, profile.name), begun);
    const index = await writeIndex(written, metrics, course, profile);
    if (metrics !== undefined) printResult(accuracyLine(metrics));
    printResult(`Reports: ${relative(userPath("."), index)}`);
    return 0;
  });
}

/** Gets all 70,000 images; loading them compares their SHA-256. */
async function checkMnist(): Promise<string> {
  const { train, test, source } = await loadMnist();
  return `MNIST, ${thousands(train.size)} + ${thousands(test.size)} images, from ${source}`;
}

async function stage(
  progress: ProgressLine,
  name: string,
  work: () => Promise<string>,
): Promise<void> {
  progress.begin(name);
  try {
    progress.done(await work());
  } catch (error) {
    progress.fail();
    throw error;
  }
}

function accuracyLine({ accuracy, interval }: {
  accuracy: number;
  interval?: readonly [number, number];
}): string {
  const bounds = interval === undefined
    ? ""
    : ` (95 % interval ${percent(interval[0], 2)} to ${percent(interval[1], 2)})`;
  return `Test accuracy: ${percent(accuracy, 2)}${bounds}`;
}

if (import.meta.main) await runCommand("start", () => startCommand(Deno.args));
