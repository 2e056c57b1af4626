/** Notebooks run in a Deno kernel.
 *
 * @module
 */

import { type Kernel, type KernelOptions, startKernel } from "./kernel.ts";
import { KernelError } from "./kernel_client.ts";
import type { Message } from "./message.ts";
import type { CodeCell, Notebook, Output } from "./notebook.ts";
import { NotebookError } from "./notebook_error.ts";
import { OutputRecorder } from "./output_recorder.ts";
import { progressOutput } from "./progress_output.ts";

/** What happens while a notebook runs. `cell` counts the code cells from 1, `of` all of them. */
export type NotebookEvent =
  & { readonly cell: number; readonly of: number }
  & (
    | { readonly type: "start"; readonly source: string }
    | { readonly type: "output"; readonly output: Output }
    | { readonly type: "progress"; readonly fraction: number; readonly text: string }
    | { readonly type: "done"; readonly seconds: number }
  );

/** How a notebook is run. */
export interface RunOptions extends KernelOptions {
  /** The most seconds of a cell; as long as it takes where missing. */
  readonly timeout?: number | undefined;
  /** Gets the notebook as far as it was run, where the run ends early: a cell failed, the kernel died,
   * the signal aborted. */
  readonly onStop?: (executed: Notebook) => Promise<void>;
}

/** Runs the code cells of a notebook in order, in a kernel of its own, and yields what happens.
 *
 * @param notebook stays as it is
 * @param name the notebook's file name, for errors
 * @param options where and how the kernel starts, how long a cell may take
 * @returns the notebook with the outputs of this run
 * @throws {NotebookError} if a cell throws or takes too long, or the kernel dies in it
 * @throws {KernelError} if the kernel does not start
 * @throws the signal's reason if the run was aborted
 */
export async function* runNotebook(
  notebook: Notebook,
  name: string,
  { timeout, onStop, ...options }: RunOptions,
): AsyncGenerator<NotebookEvent, Notebook> {
  const cells = notebook.cells.filter((cell) => cell.cell_type === "code" && isRun(cell));
  const recorder = new OutputRecorder();
  let begun = 0;
  try {
    await using kernel = await startKernel(options);
    for (const [index, { source }] of cells.entries()) {
      const started = performance.now();
      const at = { cell: index + 1, of: cells.length };
      yield { type: "start", ...at, source };
      recorder.begin(index);
      begun++;
      const timer = timeout === undefined ? undefined : setTimeout(() => {
        const advice = "give its cells more time, or the work less to do";
        kernel.stop(new KernelError(`The cell ran longer than ${timeout} s; ${advice}`));
      }, 1000 * timeout);
      try {
        yield* runCell(kernel, source, name, at, recorder);
      } finally {
        clearTimeout(timer);
      }
      yield { type: "done", ...at, seconds: (performance.now() - started) / 1000 };
    }
  } catch (error) {
    await onStop?.(withOutputs(notebook, recorder, begun));
    throw error;
  }
  return withOutputs(notebook, recorder, begun);
}

/** The notebook with what its first cells have put out. */
function withOutputs(notebook: Notebook, recorder: OutputRecorder, begun: number): Notebook {
  let count = 0;
  const cells = notebook.cells.map((cell) => {
    if (cell.cell_type !== "code") return cell;
    if (!isRun(cell) || count === begun) return { ...cell, execution_count: null, outputs: [] };
    count++;
    return { ...cell, execution_count: count, outputs: recorder.of(count - 1) };
  });
  return { ...notebook, cells };
}

function isRun(cell: CodeCell): boolean {
  return /\S/.test(cell.source);
}

async function* runCell(
  kernel: Kernel,
  source: string,
  name: string,
  at: { cell: number; of: number },
  recorder: OutputRecorder,
): AsyncGenerator<NotebookEvent, void> {
  let reply: Message["content"];
  try {
    const messages = kernel.execute(source);
    let next = await messages.next();
    for (; !next.done; next = await messages.next()) {
      for (const recorded of recorder.record(next.value)) {
        const where = { cell: recorded.cell + 1, of: at.of };
        yield { type: "output", ...where, output: recorded.output };
        const progress = "metadata" in recorded.output && progressOutput(recorded.output.metadata);
        if (progress) yield { type: "progress", ...where, ...progress };
      }
    }
    reply = next.value.content;
    if (reply.status === "ok") return;
    if ((reply.traceback as string[]).length === 0 && reply.evalue === "Execution failed") {
      const { name: ename, message: evalue } = await explainFailure(kernel, source);
      reply = { ...reply, ename, evalue };
      recorder.fail(ename, evalue);
    }
  } catch (error) {
    if (!(error instanceof KernelError)) throw error;
    const { name: errorName, message: errorValue } = error;
    recorder.fail(errorName, errorValue);
    const failure = { notebook: name, cell: at.cell, source, errorName, errorValue, traceback: [] };
    throw new NotebookError(failure, { cause: error });
  }
  throw new NotebookError({
    notebook: name,
    cell: at.cell,
    source,
    errorName: String(reply.ename),
    errorValue: String(reply.evalue),
    traceback: (reply.traceback as string[] | undefined) ?? [],
  });
}

/** Why a cell failed that the kernel refused without a word ("Execution failed"): it does not parse,
 * or something it imports could not be had.
 *
 * The kernel is asked to import the cell as a module behind another one that throws: modules are
 * read and linked before any runs, so the reason shows and nothing of the cell is run.
 */
async function explainFailure(
  kernel: Kernel,
  source: string,
): Promise<{ readonly name: string; readonly message: string }> {
  const module = `import "data:text/javascript,throw 0";\n${source}`;
  const url = `data:application/typescript;base64,${toBase64(module)}`;
  const code = `await import(${JSON.stringify(url)}).then(() => {}, (error) => {
    if (error instanceof Error) console.log(error.message);
  });`;
  let message = "";
  for await (const { header, content } of kernel.execute(code)) {
    if (header.msg_type === "stream" && content.name === "stdout") message += content.text;
  }
  // The lines after the first show the source with the line numbers of that module.
  const [first] = message.replaceAll(url, "the cell").split("\n");
  const [, name = "Error", rest] = /^(?:(\w+Error): )?(.*?)(?: at the cell.*)?$/.exec(first)!;
  return { name, message: rest === "" ? "the kernel gave no reason" : rest };
}

function toBase64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}
