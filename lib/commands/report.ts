import { basename, dirname, relative } from "node:path";
import { numberOf, UsageError } from "./cli/arguments.ts";
import { type Course, places, profileOf } from "./notebooks/course.ts";
import { defineCommand } from "./cli/define_command.ts";
import { type Exported, exportNotebooks } from "./notebooks/export_notebooks.ts";
import { findNotebooks } from "./notebooks/find_notebooks.ts";
import { pathOption } from "./cli/options.ts";
import { parametersOption } from "./notebooks/parameters_option.ts";
import { userPath } from "./cli/paths.ts";
import { printResult } from "./cli/print.ts";
import { terminalProgress } from "./cli/progress.ts";
import { runCommand } from "./cli/run_command.ts";
import { writeIndex } from "./notebooks/write_index.ts";
import { type ReportFormat, reportFormats } from "./notebooks/write_report.ts";

/** `deno task report`: runs notebooks and writes their reports. For tests there may be other places
 * than the project's own. */
export const reportCommand = defineCommand({
  name: "report",
  summary:
    "Runs notebooks and writes each as one file that needs nothing else; those of the course, with " +
    "an index, where none is named. A path leads to any Deno notebook.",
  positionals: "[NOTEBOOK…]",
  options: {
    profile: { type: "string", value: "NAME", help: "smoke, quick (default) or best." },
    to: { type: "string", value: "FORMAT", help: "html (default), md or pdf (needs Chromium)." },
    book: { type: "boolean", help: "Writes all of the course as one file too, reports/book.html." },
    fold: { type: "boolean", help: "Hides the code: folded in HTML, left out of md and pdf." },
    timeout: { type: "string", value: "SECONDS", help: "Stops a cell that runs longer." },
    set: {
      type: "string",
      value: "NAME=VALUE,…",
      help: "Sets variables after the cell that is tagged parameters.",
    },
    "execute-to": {
      type: "string",
      value: "DIR",
      help: "Writes the notebooks with their outputs there, however far they were run.",
    },
    json: { type: "boolean", help: "Prints one line of JSON for each report." },
  },
  interruptible: true,
}, async ({ values, positionals }, { signal, print }, at: Partial<Course> = {}) => {
  const profile = profileOf(values.profile);
  const to = formatOf(values.to);
  const isFolded = values.fold === true;
  const course: Course = { ...places, progress: terminalProgress(), ...at };
  const strangers = await strangersAmong(positionals, course.notebooks);
  const own = positionals.filter((name) => !strangers.includes(userPath(name)));
  if (values.book === true && (positionals.length > 0 || to === "md")) {
    throw new UsageError("Cannot make a book of this: --book takes all of the course, html or pdf");
  }
  const names = own.length === 0 && strangers.length > 0
    ? []
    : await findNotebooks(course.notebooks, own);
  const options = {
    ...{ profile, signal, to, isFolded },
    timeout: numberOf("timeout", values.timeout, { least: Number.MIN_VALUE }),
    parameters: parametersOption(values.set),
    executeTo: pathOption("execute-to", values["execute-to"]),
    words: typeof values.set === "string" ? ["--set", `'${values.set}'`] : [],
    onReport: ({ name, report: path, cells, seconds }: Exported): void => {
      const report = relative(userPath("."), path);
      print({ notebook: `${name}.ipynb`, report, cells, seconds }, () => report);
    },
  };
  const written = await exportNotebooks(names, course, options);
  if (written === undefined) return 1;
  for (const path of strangers) {
    const place = { ...course, notebooks: dirname(path) };
    const named = { ...options, path: relative(userPath("."), path) };
    const done = await exportNotebooks([basename(path, ".ipynb")], place, named);
    if (done === undefined) return 1;
  }
  if (positionals.length > 0 || to === "md") return 0;
  const book = values.book === true ? { to, isFolded, signal } : undefined;
  const { index, ...made } = await writeIndex(
    written,
    course,
    book ? { profile, book } : { profile },
  );
  if (values.json) return 0;
  for (const path of [made.book ?? [], index].flat()) printResult(relative(userPath("."), path));
  return 0;
});

function formatOf(given: string | boolean | undefined): ReportFormat {
  const found = reportFormats.find((format) => format === (given ?? "html"));
  if (found === undefined) {
    throw new UsageError(
      `Cannot write "${given}": --to must be one of ${reportFormats.join(", ")}`,
    );
  }
  return found;
}

/** The notebooks among some paths that lie in other folders than the course. */
async function strangersAmong(given: readonly string[], course: string): Promise<string[]> {
  const found: string[] = [];
  for (const path of given.filter((name) => name.endsWith(".ipynb")).map(userPath)) {
    if (dirname(path) === course) continue;
    if (await Deno.stat(path).then(({ isFile }) => isFile, () => false)) found.push(path);
  }
  return found;
}

if (import.meta.main) await runCommand("report", reportCommand);
