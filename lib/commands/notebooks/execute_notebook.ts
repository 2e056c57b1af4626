import { join } from "node:path";
import type { Profile } from "../../base/profile.ts";
import { writeAtomic } from "../../base/write_atomic.ts";
import { executedFile } from "../../report/jupyter/executed_file.ts";
import { injectParameters } from "../../report/jupyter/inject_parameters.ts";
import type { Notebook } from "../../report/jupyter/notebook.ts";
import { parseNotebook } from "../../report/jupyter/parse_notebook.ts";
import { runNotebook } from "../../report/jupyter/run_notebook.ts";
import type { Update } from "../cli/progress.ts";
import type { Course } from "./course.ts";

/** How notebooks are run. */
export interface ExecuteOptions {
  readonly profile: Profile;
  readonly signal: AbortSignal;
  /** The most seconds of a cell; as long as it takes where missing. */
  readonly timeout?: number | undefined;
  /** Variables that are set from outside, by their names. */
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** A folder for the notebooks with their outputs, however far they were run. */
  readonly executeTo?: string | undefined;
}

/** A notebook that was run. */
export interface Executed {
  readonly executed: Notebook;
  /** How many code cells were run. */
  readonly cells: number;
  readonly seconds: number;
}

/** Runs a notebook of a folder in a kernel of its own, with a line of progress.
 *
 * @param name the notebook's file name without its ending
 * @throws {NotebookError} if a cell failed
 * @throws the signal's reason if it is aborted
 */
export async function executeNotebook(
  name: string,
  { notebooks, runs, progress }: Course,
  { profile, signal, timeout, parameters = {}, executeTo }: ExecuteOptions,
): Promise<Executed> {
  const file = `${name}.ipynb`;
  const text = injectParameters(
    await Deno.readTextFile(join(notebooks, file)),
    file,
    parameters,
  );
  const save = async (executed: Notebook): Promise<void> => {
    if (executeTo === undefined) return;
    await writeAtomic(join(executeTo, file), executedFile(text, file, executed));
  };
  const events = runNotebook(parseNotebook(text, file), file, {
    folder: notebooks,
    connectionFolder: runs,
    environment: { PROFILE: profile.name },
    signal,
    timeout,
    onStop: save,
  });
  let cells = 0;
  const work = async (update: Update): Promise<Notebook> => {
    for (;;) {
      const next = await events.next();
      if (next.done) return next.value;
      const { cell, of, ...event } = next.value;
      if (event.type === "start") cells = cell;
      const inCell = event.type === "progress" ? event.fraction : event.type === "done" ? 1 : 0;
      if (event.type === "output") continue;
      const news = event.type === "progress" ? ` · ${event.text}` : "";
      update((cell - 1 + inCell) / of, `cell ${cell}/${of}${news}`);
    }
  };
  const { result: executed, seconds } = await progress.run(name, work, {
    done: () => `${cells} cells`,
    failed: () => cells === 0 ? "" : `in cell [${cells}]`,
  });
  await save(executed);
  return { executed, cells, seconds };
}
