import type { WorkerReply, WorkerRequest } from "./shared_run.ts";

/** Some workers that all do the same thing at a time. Once one fails, all are ended. */
export class WorkerPool {
  readonly #workers: readonly Worker[];
  /** Rejects when a worker fails, at whatever time. */
  readonly #failure: Promise<never>;
  #fail: (reason: Error) => void = () => {};
  #replied: (() => void)[] = [];

  constructor(count: number) {
    this.#failure = new Promise((_, reject) => this.#fail = reject);
    this.#failure.catch(() => {}); // whoever asks next will hear of it
    this.#workers = Array.from({ length: count }, (_, index) => this.#start(index, count));
  }

  /** Asks all workers for the same thing.
   *
   * @param requests the request to each, or one to all
   * @throws {Error} if a worker fails, or has failed before */
  async ask(request: WorkerRequest | ((index: number) => WorkerRequest)): Promise<void> {
    const replies = this.#workers.map((worker, index) => {
      const reply = new Promise<void>((resolve) => this.#replied[index] = resolve);
      worker.postMessage(typeof request === "function" ? request(index) : request);
      return reply;
    });
    await Promise.race([Promise.all(replies), this.#failure]);
  }

  /** Ends all workers, also those that wait for others. */
  end(): void {
    for (const worker of this.#workers) worker.terminate();
  }

  #start(index: number, count: number): Worker {
    const url = new URL("./training_worker.ts", import.meta.url);
    const worker = new Worker(url, { type: "module", name: `training ${index + 1} of ${count}` });
    const fail = (message: string): void => {
      this.end(); // the others would wait for it forever
      this.#fail(
        new Error(`Cannot go on training: worker ${index + 1} of ${count} failed: ${message}`),
      );
    };
    worker.addEventListener("message", ({ data }: MessageEvent<WorkerReply>) => {
      if (data.kind === "failed") fail(data.message);
      else this.#replied[index]();
    });
    worker.addEventListener("error", (event) => {
      event.preventDefault(); // or it ends the main thread as well
      fail(event.message);
    });
    return worker;
  }
}
