/** The kernel itself failed: it did not start, or it died. Of a cell that throws, `NotebookError`
 * tells. */
export class KernelError extends Error {
  override readonly name = "KernelError";
}
