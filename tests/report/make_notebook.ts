import type { Notebook } from "@lib/report/jupyter/notebook.ts";

/** A notebook that consists of these code cells. */
export function makeNotebook(...sources: string[]): Notebook {
  return {
    cells: sources.map((source) => ({
      cell_type: "code",
      source,
      metadata: {},
      execution_count: null,
      outputs: [],
    })),
    metadata: {},
    nbformat: 4,
    nbformat_minor: 5,
  };
}
