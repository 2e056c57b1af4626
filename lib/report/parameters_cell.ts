import type { CodeCell, Notebook } from "./notebook.ts";

/** The code cell tagged `parameters`, which sets what a reader may change: the profile above all.
 *
 * A run overrides the profile through the environment variable `PROFILE` of the kernel, which this
 * cell reads; no source is replaced, so that what a report prints is what ran.
 *
 * @returns `undefined` where no cell has the tag
 */
export function parametersCell(notebook: Notebook): CodeCell | undefined {
  for (const cell of notebook.cells) {
    const { tags } = cell.metadata;
    if (cell.cell_type === "code" && Array.isArray(tags) && tags.includes("parameters")) {
      return cell;
    }
  }
  return undefined;
}
