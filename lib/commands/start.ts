import { relative } from "node:path";
import { percent, thousands } from "../base/format.ts";
import { loadMnist } from "../download/load_mnist.ts";
import { type Course, places, profileOf } from "./notebooks/course.ts";
import { defineCommand } from "./cli/define_command.ts";
import { exportNotebooks } from "./notebooks/export_notebooks.ts";
import { findNotebooks } from "./notebooks/find_notebooks.ts";
import { userPath } from "./cli/paths.ts";
import { printResult } from "./cli/print.ts";
import { terminalProgress } from "./cli/progress.ts";
import { runCommand } from "./cli/run_command.ts";
import { type Metrics, writeIndex } from "./notebooks/write_index.ts";

/** What `deno task start` works with; other things than the project's own for tests. */
export interface StartOptions extends Partial<Course> {
  /** Gets the data and checks it. Returns what there is, in a few words. */
  readonly getData?: () => Promise<string>;
}

/** `deno task start`: the data, then the whole course, then what came out. */
export const startCommand = defineCommand({
  name: "start",
  summary: "Gets MNIST, runs the six notebooks, on several cores side by side, and writes " +
    "reports/index.html and one HTML file each.",
  options: {
    profile: { type: "string", value: "NAME", help: "smoke, quick (default) or best." },
  },
  interruptible: true,
}, async ({ values }, { signal }, { getData = checkMnist, ...at }: StartOptions = {}) => {
  const profile = profileOf(values.profile);
  const course: Course = { ...places, progress: terminalProgress(), ...at };
  const names = await findNotebooks(course.notebooks, []);
  const since = new Date();
  await course.progress.run("data", getData, { done: (found) => found });
  const atOnce = navigator.hardwareConcurrency;
  const written = await exportNotebooks(names, course, { profile, signal, atOnce });
  if (written === undefined) return 1;
  const { index, metrics } = await writeIndex(written, course, { profile, since });
  if (metrics !== undefined) printResult(accuracyLine(metrics));
  printResult(`Reports: ${relative(userPath("."), index)}`);
  return 0;
});

/** Gets all 70,000 images; loading them compares their SHA-256. */
async function checkMnist(): Promise<string> {
  const { train, test, source } = await loadMnist();
  return `MNIST, ${thousands(train.size)} + ${thousands(test.size)} images, from ${source}`;
}

function accuracyLine({ accuracy, interval }: Metrics): string {
  const bounds = interval === undefined
    ? ""
    : ` (95 % interval ${percent(interval[0], 2)} to ${percent(interval[1], 2)})`;
  return `Test accuracy: ${percent(accuracy, 2)}${bounds}`;
}

if (import.meta.main) await runCommand("start", startCommand);
