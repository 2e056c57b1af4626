import { parseNotebook } from "./parse_notebook.ts";

/** The part of a notebook file that a run writes to. */
interface Ran {
  readonly cells: {
    readonly cell_type: string;
    readonly metadata?: { execution?: unknown };
    outputs?: unknown[];
    execution_count?: number | null;
  }[];
}

/** A notebook file as it was before any run: no outputs, no execution counts, no times. So it lies in
 * git, laid out as Jupyter does it.
 *
 * @param text the content of an `.ipynb` file
 * @param name the file's name, for errors
 * @returns the content without them; what was not there, or is not known, stays as it is
 * @throws {TypeError} if it is not a notebook
 * @throws {RangeError} if it is a notebook of another format than 4
 *
 * @example
 * ```ts
 * import { stripOutputs } from "@lib/report/jupyter/strip_outputs.ts";
 * const cell = { cell_type: "code", source: "1", metadata: {}, outputs: [], execution_count: 7 };
 * const text = JSON.stringify({ cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 5 });
 * const { cells } = JSON.parse(stripOutputs(text, "one.ipynb"));
 * if (cells[0].execution_count !== null) throw new Error(`${cells[0].execution_count}`);
 * ```
 */
export function stripOutputs(text: string, name: string): string {
  parseNotebook(text, name);
  // The file itself, not what was read of it: there, lists of lines are joined.
  const notebook: Ran = JSON.parse(text);
  for (const cell of notebook.cells) {
    if (cell.cell_type !== "code") continue;
    cell.outputs = [];
    cell.execution_count = null;
    delete cell.metadata?.execution;
  }
  return `${JSON.stringify(notebook, null, 1)}\n`;
}
