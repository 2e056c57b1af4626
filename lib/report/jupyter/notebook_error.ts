/** What is known of a failed cell. */
export interface CellFailure {
  /** The notebook's file name. */
  readonly notebook: string;
  /** Number of the cell among the code cells, from 1: what Jupyter shows as `[n]`. */
  readonly cell: number;
  /** The code of the cell. */
  readonly source: string;
  /** The class of what was thrown, `TypeError`. */
  readonly errorName: string;
  /** Its message. */
  readonly errorValue: string;
  /** Its lines, as the kernel gave them. */
  readonly traceback: readonly string[];
}

/** A cell failed; the cells after it were not run. */
export class NotebookError extends Error {
  override readonly name = "NotebookError";

  constructor(readonly failure: CellFailure, options?: ErrorOptions) {
    const { notebook, cell, errorName, errorValue } = failure;
    super(`Cannot run ${notebook}: cell [${cell}] threw ${errorName}: ${errorValue}`, options);
  }
}
