import type { Notebook } from "@lib/report/jupyter/notebook.ts";

/** The code cells of a notebook as one TypeScript module. */
export interface CellModule {
  readonly source: string;
  /** Which cell a line of the source, from 1, came from; cells count from 1, prose included. */
  cellAt(line: number): number;
}

/** Puts the code cells of a notebook, which share their names, into one module. */
export function cellModule(notebook: Notebook): CellModule {
  const lines: string[] = [];
  const cells: number[] = [];
  notebook.cells.forEach((cell, index) => {
    if (cell.cell_type !== "code") return;
    // The semicolon: a cell ends by itself, whatever the next one begins with.
    for (const line of [...cell.source.split("\n"), ";"]) {
      lines.push(line);
      cells.push(index + 1);
    }
  });
  const source = [...lines, "export {};", ""].join("\n"); // a module, also without any import
  return { source, cellAt: (line) => cells[line - 1] ?? cells.at(-1) ?? 0 };
}
