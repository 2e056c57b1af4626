import { NotebookError } from "../../report/jupyter/notebook_error.ts";
import { printNote } from "./print.ts";

/** Writes what is known of a failed cell: notebook, cell, its code, the error, where it was thrown.
 *
 * @returns the exit code of a failed run
 * @throws the error if it is no cell's
 */
export function printFailure(error: unknown): 1 {
  if (!(error instanceof NotebookError)) throw error;
  const { notebook, cell, source, errorName, errorValue, traceback } = error.failure;
  printNote(`\n${notebook}, cell [${cell}]:\n`);
  printNote(source.trimEnd().replace(/^/gm, "    "));
  printNote(`\n${errorName}: ${errorValue}`);
  const heading = `${errorName}: ${errorValue}`;
  const where = traceback.join("\n").replace(heading, "").trim();
  if (where !== "") printNote(where.replace(/^\s*/gm, "    "));
  return 1;
}
