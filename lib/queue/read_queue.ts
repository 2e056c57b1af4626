import { Buffer } from "node:buffer";
import { setTimeout as delay } from "node:timers/promises";
import type { PageReading } from "../files/read_pages.ts";
import { ReaderPool } from "../files/reader_pool.ts";
import type { ReadersSetup } from "../files/readers.ts";
import { loadImageFile } from "../preprocess/decode/load_image_file.ts";
import { isConnectionLost } from "./is_connection_lost.ts";
import { queueLimits } from "./limits.ts";
import type { QueuedFile } from "./queued_file.ts";
import type { ReadingQueue, TakenFile } from "./reading_queue.ts";

/** How a queue is read. */
export interface ReadQueueOptions {
  /** Files that are read at a time, each on a core. */
  readonly workers: number;
  readonly setup: ReadersSetup;
  /** Whether it ends where no file waits or is being read; otherwise it waits for more. */
  readonly isUntilEmpty: boolean;
  /** Ends it, once the files at hand are read. */
  readonly signal: AbortSignal;
  /** Makes the line of a page. */
  readonly lineOf: (name: string, page: PageReading) => string;
  /** Is told of each file that is read, and its number of pages. */
  readonly done: (pages: number) => void;
  /** Is told what went wrong and was overcome. */
  readonly note: (message: string) => void;
}

/** Takes files from a queue and reads them, until there are none, or the signal ends it. A file that cannot be
 * read has that as its result. What fails otherwise is sent back, and tried again later, by whom it may be.
 * A database that goes away is waited for. The readers stay until the process ends.
 *
 * @throws {Error} if there is no model, no reader is left, or the database fails otherwise
 */
export async function readQueue(queue: ReadingQueue, options: ReadQueueOptions): Promise<void> {
  const { workers, setup, signal, note } = options;
  const pool = await ReaderPool.start(workers, setup);
  const held = new Set<TakenFile>();
  const beat = setInterval(() => {
    queue.touch([...held]).catch(({ message }: Error) => note(`no sign of life sent: ${message}`));
  }, queueLimits.beatSeconds * 1000);
  try {
    await Promise.all(Array.from({ length: workers }, () => readOnOne(queue, pool, held, options)));
  } finally {
    clearInterval(beat);
    // The readers end with the process: a process that ends while they are being ended is killed by
    // SIGSEGV now and then, in two of twelve tries.
  }
  signal.throwIfAborted();
}

async function readOnOne(
  queue: ReadingQueue,
  pool: ReaderPool,
  held: Set<TakenFile>,
  options: ReadQueueOptions,
): Promise<void> {
  const { isUntilEmpty, signal, done, note } = options;
  while (!signal.aborted) {
    const job = await patiently(() => queue.take(), options);
    if (job === undefined) {
      if (isUntilEmpty && await patiently(() => queue.isDone(), options)) return;
      await pause(queueLimits.pollMs, signal);
      continue;
    }
    held.add(job);
    try {
      const read = await linesOf(job.data, pool, options);
      if ("failed" in read) {
        note(`${job.data.name}: ${read.failed}`);
        await patiently(() => queue.fail(job, read.failed), options);
        if (pool.size === 0) throw new Error(`Cannot read: no reader is left, ${read.failed}`);
      } else if (await patiently(() => queue.complete(job, read.lines), options)) {
        done(read.lines.length);
      }
    } finally {
      held.delete(job);
    }
  }
}

/** The lines of a file's pages, or what failed that is not the file's fault. */
async function linesOf(
  { name, file, bytes, error }: QueuedFile,
  pool: ReaderPool,
  { lineOf }: ReadQueueOptions,
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

/** Asks the database until it answers. */
async function patiently<Result>(
  ask: () => Promise<Result>,
  { signal, note }: ReadQueueOptions,
): Promise<Result> {
  for (let wait: number = queueLimits.firstRetryMs;;) {
    try {
      return await ask();
    } catch (error) {
      if (!isConnectionLost(error) || signal.aborted) throw error;
      note(`the database is away (${(error as Error).message}), trying again`);
      await pause(wait, signal);
      wait = Math.min(2 * wait, queueLimits.longestRetryMs);
    }
  }
}

/** Waits, or less where the signal ends it. */
async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await delay(milliseconds, undefined, { signal }).catch(() => {});
}
