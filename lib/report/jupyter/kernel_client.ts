import type { Connection } from "./connection.ts";
import { decodeMessage, encodeMessage, type Message } from "./message.ts";
import { ZmtpSocket } from "./zmtp_socket.ts";

/** The kernel itself failed: it did not start, or it died. Of a cell that throws, `NotebookError`
 * tells. */
export class KernelError extends Error {
  override readonly name = "KernelError";
}

/** A message and the socket that it came in by: `shell` answers, `iopub` tells everybody. */
export interface Received {
  readonly channel: "shell" | "iopub";
  readonly message: Message;
}

/** A kernel that dies closes its connections first; so long its end may tell why, in milliseconds. */
const lastWords = 2000;

/** The sockets of one who talks to a kernel. */
export class KernelClient {
  /** Everything the kernel says, in the order of its arrival. */
  readonly received: AsyncQueue<Received> = new AsyncQueue();
  readonly #closing = new AbortController();
  readonly #session = crypto.randomUUID();
  readonly #key: string;
  readonly #shell: Promise<ZmtpSocket>;
  readonly #listening: Promise<void>[];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor({ ip: hostname, shell_port, iopub_port, key }: Connection) {
    this.#key = key;
    const { signal } = this.#closing;
    this.#shell = ZmtpSocket.connect("DEALER", { hostname, port: shell_port }, signal);
    const iopub = ZmtpSocket.connect("SUB", { hostname, port: iopub_port }, signal);
    this.#listening = [this.#listen("shell", this.#shell), this.#listen("iopub", iopub)];
  }

  /** Sends a request on the shell channel, as soon as there is a connection.
   * @returns its id, by which answers name it as their parent */
  async request(type: string, content: Readonly<Record<string, unknown>>): Promise<string> {
    const header = {
      msg_id: crypto.randomUUID(),
      msg_type: type,
      session: this.#session,
      username: "report",
      date: new Date().toISOString(),
      version: "5.3",
    };
    const frames = encodeMessage({ header, parent: {}, metadata: {}, content }, this.#key);
    const encoder = new TextEncoder();
    await (await this.#shell).send(frames.map((frame) => encoder.encode(frame)));
    return header.msg_id;
  }

  /** Closes the connections. */
  async close(): Promise<void> {
    this.#closing.abort(new KernelError("The connection to the kernel is closed"));
    await Promise.all(this.#listening);
    clearTimeout(this.#timer);
  }

  async #listen(channel: Received["channel"], connecting: Promise<ZmtpSocket>): Promise<void> {
    const { signal } = this.#closing;
    try {
      const socket = await connecting;
      signal.addEventListener("abort", () => socket.close());
      if (signal.aborted) socket.close();
      for await (const frames of socket.messages()) {
        this.received.put({ channel, message: decodeMessage(frames, this.#key) });
      }
      socket.close();
      const error = new KernelError("The kernel closed its connection");
      this.#timer ??= setTimeout(() => this.received.fail(error), lastWords);
    } catch (error) {
      this.received.fail(error);
    }
  }
}

/** A queue between one who puts and one who waits: the sockets' messages and the loop that reads
 * them. What was put before the end, or before the failure, is still handed out. */
export class AsyncQueue<Item> {
  readonly #items: Item[] = [];
  #failure: { readonly reason: unknown } | undefined;
  #wake: (() => void) | undefined;

  /** Adds an item at the end. */
  put(item: Item): void {
    this.#items.push(item);
    this.#wake?.();
  }

  /** Lets every later {@link take} of an empty queue throw. The first reason counts. */
  fail(reason: unknown): void {
    this.#failure ??= { reason };
    this.#wake?.();
  }

  /** The oldest item; waits where there is none.
   * @throws the reason given to {@link fail} */
  async take(): Promise<Item> {
    while (this.#items.length === 0) {
      if (this.#failure !== undefined) throw this.#failure.reason;
      await new Promise<void>((resolve) => this.#wake = resolve);
    }
    return this.#items.shift()!;
  }
}
