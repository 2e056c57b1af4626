import { join } from "node:path";
import { projectPath } from "../../base/paths.ts";
import { NotebookError } from "../../report/jupyter/notebook_error.ts";
import type { Notebook } from "../../report/jupyter/notebook.ts";
import { parseNotebook } from "../../report/jupyter/parse_notebook.ts";
import type { IndexEntry } from "../../report/page/index_page.ts";
import type { RunFacts } from "../../report/page/notebook_page.ts";
import { summariseNotebook } from "../../report/page/summarise_notebook.ts";
import type { Course } from "./course.ts";
import { executeNotebook, type ExecuteOptions } from "./execute_notebook.ts";
import { findNotebooks } from "./find_notebooks.ts";
import { makeWritable } from "../../base/check_writable.ts";
import { printNote } from "../cli/print.ts";
import { type NeedyTask, runByNeeds } from "./run_by_needs.ts";
import { type ReportOptions, writeReport } from "./write_report.ts";

/** A report that was written. */
export interface Exported extends IndexEntry {
  /** Path of the file. */
  readonly report: string;
  /** How many code cells were run. */
  readonly cells: number;
  /** The notebook with its outputs. */
  readonly executed: Notebook;
}

/** How a course is run, and how its reports are written: as HTML with its code where nothing else is
 * said. */
export interface ExportOptions extends ExecuteOptions, Partial<ReportOptions> {
  readonly signal: AbortSignal;
  /** The most notebooks that run side by side, each as soon as those are done that it needs; one by
   * default. */
  readonly atOnce?: number;
  /** Hears of each report, as soon as it is written. */
  readonly onReport?: (exported: Exported) => void;
  /** What the command line calls the notebook, where its name is not enough: its path. */
  readonly path?: string;
  /** The words of the command line that make these reports again, without notebooks and profile. */
  readonly words?: readonly string[];
}

/** Runs notebooks, each in a kernel of its own, and writes a report of each. A failed cell is shown on
 * stderr; notebooks that run beside it are stopped, and those after it are not run.
 *
 * A notebook's metadata may list in `needs` the notebooks that must be run before it, by the names of
 * their files without the ending. One without the list needs all before it.
 *
 * @param names the notebooks' file names without their ending
 * @returns the reports, in the order of the names; `undefined` if a cell failed
 * @throws the signal's reason if it is aborted
 * @throws {RangeError} if notebooks need each other
 * @throws {Error} if the folder of the runs, or of the executed notebooks, cannot be written to
 */
export async function exportNotebooks(
  names: readonly string[],
  course: Course,
  options: ExportOptions,
): Promise<Exported[] | undefined> {
  await makeWritable(course.runs, "copy the project to where it can be written to");
  if (options.executeTo !== undefined) {
    await makeWritable(options.executeTo, "name another folder with --execute-to");
  }
  const versions = await versionsOf();
  const links = await loadLinks(course);
  const { atOnce = 1, signal, onReport } = options;
  const work = async ({ name }: NeedyTask, signal: AbortSignal): Promise<Exported> => {
    const exported = await exportNotebook(name, course, { ...options, signal, versions, links });
    onReport?.(exported);
    return exported;
  };
  try {
    return await runByNeeds(await tasksOf(names, course), work, { atOnce, signal });
  } catch (error) {
    if (!(error instanceof NotebookError)) throw error;
    printFailure(error);
    return undefined;
  }
}

async function tasksOf(names: readonly string[], course: Course): Promise<NeedyTask[]> {
  return await Promise.all(names.map(async (name, index) => {
    const { metadata: { needs } } = await load(course, name);
    return { name, needs: Array.isArray(needs) ? needs : names.slice(0, index) };
  }));
}

async function exportNotebook(
  name: string,
  course: Course,
  options: ExportOptions & {
    readonly versions: RunFacts["versions"];
    readonly links: readonly { name: string; title: string }[];
  },
): Promise<Exported> {
  const { profile, signal, parameters = {}, versions, links, words = [], path = name } = options;
  const { executed, cells, seconds } = await executeNotebook(name, course, options);
  const at = links.findIndex((link) => link.name === name);
  const facts: RunFacts = {
    name,
    profile: profile.name,
    seed: profile.seed,
    seconds,
    versions,
    parameters,
    commands: [["deno task report", path, "--profile", profile.name, ...words].join(" ")],
    ...(at > 0 ? { before: links[at - 1] } : {}),
    ...(at >= 0 && at < links.length - 1 ? { after: links[at + 1] } : {}),
  };
  const { to = "html", isFolded = false } = options;
  const report = await writeReport(executed, facts, course.reports, { to, isFolded, signal });
  return { ...summariseNotebook(executed, name), name, seconds, report, cells, executed };
}

/** Writes what is known of a failed cell: notebook, cell, its code, the error, where it was thrown. */
function printFailure({ failure }: NotebookError): void {
  const { notebook, cell, source, errorName, errorValue, traceback } = failure;
  printNote(`\n${notebook}, cell [${cell}]:\n`);
  printNote(source.trimEnd().replace(/^/gm, "    "));
  printNote(`\n${errorName}: ${errorValue}`);
  const heading = `${errorName}: ${errorValue}`;
  const where = traceback.join("\n").replace(heading, "").trim();
  if (where !== "") printNote(where.replace(/^\s*/gm, "    "));
}

async function load({ notebooks }: Course, name: string): Promise<Notebook> {
  return parseNotebook(await Deno.readTextFile(join(notebooks, `${name}.ipynb`)), `${name}.ipynb`);
}

/** All notebooks, in reading order, for the links from one report to the next. */
async function loadLinks(course: Course): Promise<{ name: string; title: string }[]> {
  const links = [];
  for (const name of await findNotebooks(course.notebooks, [])) {
    links.push({ name, title: summariseNotebook(await load(course, name), name).title });
  }
  return links;
}

/** What the reports ran on. */
async function versionsOf(): Promise<(readonly [string, string])[]> {
  const { imports } = JSON.parse(await Deno.readTextFile(projectPath("deno.json")));
  const tfjs = String(imports["@tensorflow/tfjs"]).split("@").at(-1) ?? "";
  return [["Deno", Deno.version.deno], ["TensorFlow.js", tfjs]];
}
