import { join } from "node:path";
import type { Profile } from "../../base/profile.ts";
import { projectPath } from "../../base/paths.ts";
import { writeAtomic } from "../../base/write_atomic.ts";
import type { IndexEntry } from "../../report/page/index_page.ts";
import { NotebookError } from "../../report/jupyter/notebook_error.ts";
import type { Notebook } from "../../report/jupyter/notebook.ts";
import { notebookPage, type RunFacts } from "../../report/page/notebook_page.ts";
import { parseNotebook } from "../../report/jupyter/parse_notebook.ts";
import { runNotebook } from "../../report/jupyter/run_notebook.ts";
import { summariseNotebook } from "../../report/page/summarise_notebook.ts";
import type { Course } from "./course.ts";
import { findNotebooks } from "./find_notebooks.ts";
import { makeWritable } from "./paths.ts";
import { printNote } from "./print.ts";

/** A report that was written. */
export interface Exported extends IndexEntry {
  /** Path of the HTML file. */
  readonly report: string;
  /** How many code cells were run. */
  readonly cells: number;
}

/** How a course is run. */
export interface ExportOptions {
  readonly profile: Profile;
  readonly signal: AbortSignal;
  /** Hears of each report, as soon as it is written. */
  readonly onReport?: (exported: Exported) => void;
}

/** Runs notebooks one after the other, each in a kernel of its own, and writes a report of each. A
 * failed cell is shown on stderr, and the notebooks after it are not run.
 *
 * @param names the notebooks' file names without their ending
 * @returns the reports; `undefined` if a cell failed
 * @throws the signal's reason if it is aborted
 * @throws {Error} if the folder of the runs cannot be written to
 */
export async function exportNotebooks(
  names: readonly string[],
  course: Course,
  options: ExportOptions,
): Promise<Exported[] | undefined> {
  await makeWritable(course.runs, "copy the project to where it can be written to");
  const written: Exported[] = [];
  const versions = await versionsOf();
  const links = await loadLinks(course);
  try {
    for (const name of names) {
      const exported = await exportNotebook(name, course, { ...options, versions, links });
      written.push(exported);
      options.onReport?.(exported);
    }
  } catch (error) {
    if (!(error instanceof NotebookError)) throw error;
    printFailure(error);
    return undefined;
  }
  return written;
}

async function exportNotebook(
  name: string,
  course: Course,
  { profile, signal, versions, links }: ExportOptions & {
    readonly versions: RunFacts["versions"];
    readonly links: readonly { name: string; title: string }[];
  },
): Promise<Exported> {
  const notebook = await load(course, name);
  const { executed, cells, seconds } = await run(notebook, name, course, profile, signal);
  const at = links.findIndex((link) => link.name === name);
  const facts: RunFacts = {
    name,
    profile: profile.name,
    seed: profile.seed,
    seconds,
    versions,
    commands: [`deno task report ${name} --profile ${profile.name}`],
    ...(at > 0 ? { before: links[at - 1] } : {}),
    ...(at < links.length - 1 ? { after: links[at + 1] } : {}),
  };
  const report = join(course.reports, `${name}.html`);
  await writeAtomic(report, notebookPage(executed, facts));
  return { ...summariseNotebook(executed, name), name, seconds, report, cells };
}

async function run(
  notebook: Notebook,
  name: string,
  { notebooks, runs, progress }: Course,
  profile: Profile,
  signal: AbortSignal,
): Promise<{ executed: Notebook; cells: number; seconds: number }> {
  const events = runNotebook(notebook, `${name}.ipynb`, {
    folder: notebooks,
    connectionFolder: runs,
    environment: { PROFILE: profile.name },
    signal,
  });
  let cells = 0;
  const work = async (): Promise<Notebook> => {
    for (;;) {
      const next = await events.next();
      if (next.done) return next.value;
      const { cell, of, ...event } = next.value;
      if (event.type === "start") cells = cell;
      const inCell = event.type === "progress" ? event.fraction : event.type === "done" ? 1 : 0;
      if (event.type === "output") continue;
      const news = event.type === "progress" ? ` · ${event.text}` : "";
      progress.update((cell - 1 + inCell) / of, `cell ${cell}/${of}${news}`);
    }
  };
  const { result: executed, seconds } = await progress.run(name, work, {
    done: () => `${cells} cells`,
    failed: () => cells === 0 ? "" : `in cell [${cells}]`,
  });
  return { executed, cells, seconds };
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
