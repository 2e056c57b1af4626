import { freeConnection } from "./connection.ts";
import { KernelClient, KernelError } from "./kernel_client.ts";
import { KernelProcess } from "./kernel_process.ts";
import type { Message } from "./message.ts";

/** Where and how a kernel starts. */
export interface KernelOptions {
  /** The folder of the notebook: imports and paths of cells start there. */
  readonly folder: string;
  /** A folder for the connection file, which lies there until the kernel has read it. */
  readonly connectionFolder: string;
  /** Variables to add to the environment of this process. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Kills the kernel, whatever it is doing. */
  readonly signal?: AbortSignal;
  /** How long the kernel may take to answer, in milliseconds; 60,000 by default. */
  readonly patience?: number;
}

/** How often a kernel is started anew because another process took one of its ports. */
const attempts = 5;

/** Ends the kernel where its starter is gone, even if that was killed without a chance to tidy up. */
const guard = `{ const starter = Deno.ppid;
setInterval(() => { if (Deno.ppid !== starter) Deno.exit(); }, 1000); }`;

/** A Deno kernel, running. Dispose of it in any case: `await using kernel = await startKernel(…)`. */
export class Kernel implements AsyncDisposable {
  readonly #process: KernelProcess;
  readonly #client: KernelClient;
  readonly #signal: AbortSignal | undefined;
  #disposed = false;

  constructor(process: KernelProcess, client: KernelClient, signal?: AbortSignal) {
    this.#process = process;
    this.#client = client;
    this.#signal = signal;
    process.ended.then(({ how, printed }) => {
      const last = printed === "" ? "" : `; it last printed:\n${printed}`;
      client.received.fail(new KernelError(`The kernel died (${how})${last}`));
    });
    signal?.addEventListener("abort", this.#abort);
    if (signal?.aborted) this.#abort();
  }

  /** Runs some code and yields what it prints and shows, as the kernel's own messages.
   *
   * @returns the kernel's last word, an `execute_reply`
   * @throws {KernelError} if the kernel dies
   * @throws the signal's reason if the run was aborted
   */
  async *execute(code: string): AsyncGenerator<Message, Message> {
    const id = await this.#request(code, false);
    let reply: Message | undefined;
    let idle = false;
    while (reply === undefined || !idle) {
      const { channel, message } = await this.#client.received.take();
      const own = message.parent.msg_id === id;
      if (channel === "shell") {
        if (own) reply = message;
      } else if (message.header.msg_type === "status") {
        if (own && message.content.execution_state === "idle") idle = true;
      } else if (message.header.msg_type !== "execute_input") {
        yield message;
      }
    }
    yield* this.#flush();
    return reply;
  }

  /** What the code has said but is still on its way: the kernel's "idle" overtakes results and
   * displays, which keep their order among each other. So a last message is sent after them. */
  async *#flush(): AsyncGenerator<Message, void> {
    const mark = crypto.randomUUID();
    await this.#request(`await Deno.jupyter.broadcast("flushed", "${mark}")`, true);
    for (;;) {
      const { channel, message } = await this.#client.received.take();
      const type = message.header.msg_type;
      if (channel === "shell" || type === "status" || type === "execute_input") continue;
      if (type === "flushed" && message.content as unknown === mark) return;
      yield message;
    }
  }

  #request(code: string, silent: boolean): Promise<string> {
    return this.#client.request("execute_request", {
      code,
      silent,
      store_history: !silent,
      user_expressions: {},
      allow_stdin: false,
      stop_on_error: true,
    });
  }

  /** Ends the kernel. */
  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#disposed) return;
    this.#disposed = true;
    this.#signal?.removeEventListener("abort", this.#abort);
    await this.#process.kill();
    await this.#client.close();
  }

  /** Kills the kernel, whatever it is doing; what it has said is still handed out.
   *
   * @param reason what {@link execute} throws then */
  stop(reason: unknown): void {
    this.#client.received.fail(reason);
    this.#process.kill();
  }

  readonly #abort = (): void => this.stop(this.#signal?.reason);

  /** Resolves when the kernel answers on both channels. */
  async ready(patience: number): Promise<void> {
    // A subscriber may join too late to hear the first answer, so the question is repeated.
    const ask = (): Promise<unknown> =>
      this.#client.request("kernel_info_request", {}).catch(() => {});
    const asking = setInterval(ask, 250);
    const waiting = setTimeout(() => {
      const error = new KernelError(`The kernel did not answer within ${patience / 1000} s`);
      this.#client.received.fail(error);
    }, patience);
    try {
      ask();
      const heard = new Set<string>();
      while (heard.size < 2) heard.add((await this.#client.received.take()).channel);
    } finally {
      clearInterval(asking);
      clearTimeout(waiting);
    }
    await this.#process.removeConnectionFile();
    await this.#request(guard, true);
  }
}

/** Starts a Deno kernel and waits until it answers.
 *
 * The kernel is this very Deno (`deno jupyter --kernel`), spoken to over TCP: neither Python nor a
 * `deno` on `PATH` is needed. Needs `--allow-net=127.0.0.1`, `--allow-run` for the running
 * executable, and `--allow-write` for `connectionFolder`.
 *
 * @throws {KernelError} if the kernel dies or does not answer in time
 * @throws the signal's reason if it is aborted
 */
export async function startKernel(options: KernelOptions): Promise<Kernel> {
  for (let attempt = 1;; attempt++) {
    options.signal?.throwIfAborted();
    const connection = freeConnection();
    const process = await KernelProcess.start(connection, options);
    const kernel = new Kernel(process, new KernelClient(connection), options.signal);
    try {
      await kernel.ready(options.patience ?? 60_000);
      return kernel;
    } catch (error) {
      await kernel[Symbol.asyncDispose]();
      const taken = error instanceof KernelError && /AddrInUse|address in use/i.test(error.message);
      if (!taken || attempt === attempts) throw error;
    }
  }
}
