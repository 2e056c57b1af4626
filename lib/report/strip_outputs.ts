import type { Notebook } from "./notebook.ts";

/** The notebook as it was before any run: no outputs, no execution counts. So it lies in git. */
export function stripOutputs(notebook: Notebook): Notebook {
  return {
    ...notebook,
    cells: notebook.cells.map((cell) =>
      cell.cell_type === "code" ? { ...cell, outputs: [], execution_count: null } : cell
    ),
  };
}
