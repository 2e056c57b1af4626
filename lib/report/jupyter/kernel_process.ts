import { join } from "node:path";
import { writeAtomic } from "../../base/write_atomic.ts";
import type { Connection } from "./connection.ts";

/** How much of what a kernel's process prints is kept for an error message, in characters. */
const tailLength = 2000;

/** A running `deno jupyter` process. */
export class KernelProcess {
  /** Settles when the process is gone: how it ended, and the last lines that it printed. */
  readonly ended: Promise<{ readonly how: string; readonly printed: string }>;
  readonly #child: Deno.ChildProcess;
  readonly #file: string;
  #tail = "";

  /** Starts the Deno that runs this very code, so none has to be on `PATH`.
   *
   * @param connection where the kernel shall listen
   * @param options.folder the process's working folder; imports and paths of cells start there
   * @param options.connectionFolder where the connection file lies until the kernel has read it
   * @param options.environment variables to add to those of this process
   */
  static async start(
    connection: Connection,
    { folder, connectionFolder, environment = {} }: {
      folder: string;
      connectionFolder: string;
      environment?: Readonly<Record<string, string>>;
    },
  ): Promise<KernelProcess> {
    const file = join(connectionFolder, `kernel-${crypto.randomUUID()}.json`);
    await writeAtomic(file, JSON.stringify(connection));
    try {
      const child = new Deno.Command(Deno.execPath(), {
        args: ["jupyter", "--kernel", "--conn", file],
        cwd: folder,
        env: { NO_COLOR: "1", ...environment },
        stdin: "null",
        stdout: "piped",
        stderr: "piped",
      }).spawn();
      return new KernelProcess(child, file);
    } catch (error) {
      await Deno.remove(file).catch(() => {});
      throw error;
    }
  }

  private constructor(child: Deno.ChildProcess, file: string) {
    this.#child = child;
    this.#file = file;
    this.ended = this.#wait();
  }

  /** Ends the process, whatever it is doing, and removes the connection file. */
  async kill(): Promise<void> {
    try {
      this.#child.kill("SIGKILL");
    } catch {
      // It was gone already.
    }
    await this.ended;
    await this.removeConnectionFile();
  }

  /** To be called once the kernel answers: it reads the file at its start alone. */
  async removeConnectionFile(): Promise<void> {
    await Deno.remove(this.#file).catch(() => {});
  }

  async #wait(): Promise<{ how: string; printed: string }> {
    // Read all the time: a full pipe would stop the kernel.
    const reading = [this.#child.stdout, this.#child.stderr].map(async (stream) => {
      for await (const text of stream.pipeThrough(new TextDecoderStream())) {
        this.#tail = (this.#tail + text).slice(-tailLength);
      }
    });
    const { code, signal } = await this.#child.status;
    // A process that a cell left behind may hold the pipes open for ever.
    let timer: ReturnType<typeof setTimeout> | undefined;
    const patience = new Promise<void>((resolve) => timer = setTimeout(resolve, 500));
    await Promise.race([Promise.allSettled(reading), patience]);
    clearTimeout(timer);
    const printed = this.#tail.replace(/^.*"deno jupyter" is unstable.*$/m, "").trim();
    return { how: signal === null ? `exit code ${code}` : signal, printed };
  }
}
