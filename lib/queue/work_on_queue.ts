import { Buffer } from "node:buffer";
import type { PageReading } from "../files/read_pages.ts";
import { ReaderPool } from "../files/reader_pool.ts";
import type { ReadersSetup } from "../files/readers.ts";
import { loadImageFile } from "../preprocess/decode/load_image_file.ts";
import { queueLimits } from "./limits.ts";
import { type Patience, patiently } from "./patiently.ts";
import { pause } from "./pause.ts";
import type { QueuedFile } from "./queued_file.ts";
import type { JobResult } from "./queued_job.ts";
import { TrialTrainer } from "./trial_trainer.ts";
import type { TakenJob, WorkQueue } from "./work_queue.ts";

/** A queue, as far as who works on it needs it. */
export type JobSource = Pick<WorkQueue, "take" | "touch" | "complete" | "fail" | "isDone">;

/** How a queue is worked on. */
export interface WorkOptions {
  /** Jobs that are worked on at a time, each on a core. */
  readonly workers: number;
  /** Of those that read files. */
  readonly setup: ReadersSetup;
  /** Whether it ends where no job waits or is worked on; otherwise it waits for more. */
  readonly isUntilEmpty: boolean;
  /** Ends it, once the jobs at hand are done. */
  readonly signal: AbortSignal;
  /** Makes the line of a page. */
  readonly lineOf: (name: string, page: PageReading) => string;
  /** Is told what came of each job that is done. */
  readonly done: (result: JobResult) => void;
  /** Is told what went wrong and was overcome. */
  readonly note: (message: string) => void;
}

/** Takes jobs from a queue, reads the files and runs the trials, until there are none, or the signal ends it. A file that
 * cannot be read has that as its result. What fails otherwise is sent back, and tried again later, by whom it may
 * be. A database that goes away is waited for. Readers and trainers stay until the process ends.
 *
 * @throws {Error} if there is no model, no reader is left, or the database fails otherwise
 */
export async function workOnQueue(queue: JobSource, options: WorkOptions): Promise<void> {
  const { workers, setup, signal, note } = options;
  const pool = await ReaderPool.start(workers, setup);
  const held = new Set<TakenJob>();
  const beat = setInterval(() => {
    queue.touch([...held]).catch(({ message }: Error) => note(`no sign of life sent: ${message}`));
  }, queueLimits.beatSeconds * 1000);
  try {
    await Promise.all(Array.from({ length: workers }, () => workOnOne(queue, pool, held, options)));
  } finally {
    clearInterval(beat);
    // The readers end with the process: a process that ends while they are being ended is killed by
    // SIGSEGV now and then, in two of twelve tries.
  }
  signal.throwIfAborted();
}

/** While a file is read, what came of the one before is written, and the next job is taken, so that the reader waits
 * for no database. Nothing is taken while a trial runs: it would be kept from others for too long. */
async function workOnOne(
  queue: JobSource,
  pool: ReaderPool,
  held: Set<TakenJob>,
  options: WorkOptions,
): Promise<void> {
  const { isUntilEmpty, signal, note } = options;
  const patience: Patience = { signal, note };
  const trainer = new TrialTrainer();
  const take = async (): Promise<TakenJob | undefined> => {
    const job = await patiently(() => queue.take(), patience);
    if (job !== undefined) held.add(job);
    return job;
  };
  let next: Promise<TakenJob | undefined> | undefined;
  let written = Promise.resolve();
  while (next !== undefined || !signal.aborted) {
    const job: TakenJob | undefined = await (next ?? take());
    next = undefined;
    if (job === undefined) {
      await written;
      if (isUntilEmpty && await patiently(() => queue.isDone(), patience)) return;
      await pause(queueLimits.pollMs, signal);
      continue;
    }
    const { data } = job;
    const working = data.kind === "trial" ? trainer.run(data) : linesOf(data, pool, options);
    if (data.kind === "file" && !signal.aborted) {
      next = take();
      next.catch(() => {}); // awaited in the next turn
    }
    const result = await working;
    await written;
    written = write(queue, pool, { job, result }, options).finally(() => held.delete(job));
    written.catch(() => {}); // awaited in the next turn, or below
  }
  await written;
}

/** What came of a job: the result, or what failed that does not lie in it. */
interface Outcome {
  readonly job: TakenJob;
  readonly result: JobResult | { readonly failed: string };
}

/** Writes what came of a job.
 *
 * @throws {Error} if it failed and no reader is left, or the database fails */
async function write(
  queue: JobSource,
  pool: ReaderPool,
  { job, result }: Outcome,
  { signal, done, note }: WorkOptions,
): Promise<void> {
  const patience: Patience = { signal, note };
  if ("failed" in result) {
    note(`${job.data.name}: ${result.failed}`);
    await patiently(() => queue.fail(job, result.failed), patience);
    if (pool.size === 0) throw new Error(`Cannot read: no reader is left, ${result.failed}`);
  } else if (await patiently(() => queue.complete(job, result), patience)) {
    done(result);
  }
}

/** The lines of a file's pages, or what failed that is not the file's fault. */
async function linesOf(
  { name, file, bytes, error }: QueuedFile,
  pool: ReaderPool,
  { lineOf }: WorkOptions,
): Promise<{ readonly lines: string[] } | { readonly failed: string }> {
  if (error !== undefined) return { lines: [lineOf(name, { suffix: "", result: { error } })] };
  const read = async (): Promise<Uint8Array> =>
    bytes === undefined ? await loadImageFile(file) : new Uint8Array(Buffer.from(bytes, "base64"));
  const lines: string[] = [];
  for await (const page of pool.read({ name, file, read })) {
    if (page.readerFailed && "error" in page.result) return { failed: page.result.error };
    lines.push(lineOf(name, page));
  }
  return { lines };
}
