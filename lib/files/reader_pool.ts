import { setTimeout as delay } from "node:timers/promises";
import { failure, type PageReading } from "./read_pages.ts";
import type { FileToRead } from "./file_to_read.ts";
import type { ReadersSetup } from "./readers.ts";
import type { ReadingReply, ReadingRequest } from "./reading_messages.ts";

/** Milliseconds that the thread of a worker takes to end once it has said so; nothing tells when it is gone. With 50
 * of them, on a machine that was busy with other work, one of fourteen processes that read 500 pages was killed by
 * SIGABRT as it ended, all of them read; shorter runs never were, in 54 tries. */
const threadEndMs = 250;

/** A file that waits for a worker, or is being read by one. */
interface Job {
  readonly file: FileToRead;
  readonly pages: ReadableStreamDefaultController<PageReading>;
}

/** Workers that read files, each one at a time. One that dies takes its file along, which then counts as not
 * read, and another takes its place. */
export class ReaderPool {
  readonly #setup: ReadersSetup;
  readonly #idle: Worker[] = [];
  readonly #waiting: Job[] = [];
  readonly #workers = new Set<Worker>();
  /** Of workers that load their models. */
  readonly #loading = new Map<Worker, (error?: Error) => void>();
  readonly #busy = new Map<Worker, Job>();
  /** Of idle workers that were asked to end. */
  readonly #ending = new Map<Worker, () => void>();

  private constructor(setup: ReadersSetup) {
    this.#setup = setup;
  }

  /** Starts workers, and waits until all have loaded their models.
   *
   * @throws {Error} if they cannot be loaded */
  static async start(count: number, setup: ReadersSetup): Promise<ReaderPool> {
    const pool = new ReaderPool(setup);
    try {
      await Promise.all(Array.from({ length: count }, () => pool.#start()));
      return pool;
    } catch (error) {
      await pool.end();
      throw error;
    }
  }

  /** Workers that are there, or are starting. */
  get size(): number {
    return this.#workers.size;
  }

  /** Reads a file as soon as a worker is idle; its bytes are not asked for before. */
  read(file: FileToRead): ReadableStream<PageReading> {
    return new ReadableStream<PageReading>({
      start: (pages): void => {
        this.#waiting.push({ file, pages });
        this.#next();
      },
    });
  }

  /** Ends all workers: those that read something at once, the idle ones of their own accord. Waits until these are
   * gone: a process that ends before is killed by a signal now and then, in 1 of 20 tries. */
  async end(): Promise<void> {
    const idle = this.#idle.splice(0);
    const ended = idle.map((worker) => {
      return new Promise<void>((resolve) => this.#ending.set(worker, resolve));
    });
    for (const worker of this.#workers) {
      if (idle.includes(worker)) send(worker, { kind: "end" });
      else worker.terminate();
    }
    await Promise.all(ended);
    await delay(threadEndMs);
  }

  async #start(): Promise<void> {
    const url = new URL("./reading_worker.ts", import.meta.url);
    const worker = new Worker(url, { type: "module", name: "reading" });
    this.#workers.add(worker);
    worker.addEventListener("message", ({ data }: MessageEvent<ReadingReply>) => {
      this.#answered(worker, data);
    });
    worker.addEventListener("error", (event) => {
      event.preventDefault(); // or it ends the main thread as well
      this.#failed(worker, event.message);
    });
    await new Promise<void>((resolve, reject) => {
      this.#loading.set(worker, (error) => error ? reject(error) : resolve());
      send(worker, { kind: "load", setup: this.#setup });
    });
  }

  #answered(worker: Worker, reply: ReadingReply): void {
    const job = this.#busy.get(worker);
    if (reply.kind === "page") job?.pages.enqueue(reply.page);
    else if (reply.kind === "ended") this.#ending.get(worker)?.();
    else if (reply.kind === "pathOf") {
      job?.file.pathOf?.(reply.suffix).then(
        (path) => send(worker, { kind: "path", path }),
        (error: Error) => this.#failed(worker, error.message),
      );
    } else if (reply.kind === "failed") this.#failed(worker, reply.message);
    else {
      job?.pages.close();
      this.#busy.delete(worker);
      this.#loading.get(worker)?.();
      this.#loading.delete(worker);
      this.#idle.push(worker);
      this.#next();
    }
  }

  #failed(worker: Worker, message: string): void {
    worker.terminate();
    this.#workers.delete(worker);
    const loaded = this.#loading.get(worker);
    if (loaded !== undefined) return loaded(new Error(message));
    const job = this.#busy.get(worker);
    this.#busy.delete(worker);
    if (job === undefined) return;
    finish(job, new Error(`its reader failed: ${message}`), true);
    this.#start().catch((error: Error) => {
      // Nobody is left to read what waits.
      if (this.#workers.size === 0) {
        for (const one of this.#waiting.splice(0)) finish(one, error, true);
      }
    });
  }

  /** Gives the next file to an idle worker. */
  async #next(): Promise<void> {
    if (this.#idle.length === 0) return;
    const job = this.#waiting.shift();
    if (job === undefined) return;
    const worker = this.#idle.pop()!;
    this.#busy.set(worker, job);
    const { file, pathOf, read } = job.file;
    try {
      const bytes = await read();
      send(worker, { kind: "read", file, bytes, isAnnotated: pathOf !== undefined });
    } catch (error) {
      finish(job, error);
      this.#busy.delete(worker);
      this.#idle.push(worker);
      this.#next();
    }
  }
}

function finish({ file, pages }: Job, error: unknown, readerFailed = false): void {
  pages.enqueue({
    suffix: "",
    result: failure(file.file, error),
    ...(readerFailed && { readerFailed }),
  });
  pages.close();
}

function send(worker: Worker, request: ReadingRequest): void {
  worker.postMessage(request);
}
