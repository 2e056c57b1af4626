import { UsageError } from "./arguments.ts";

/** Bytes that are read at a time. */
const chunk = 1 << 20;

/** A file of results, a line of JSON each, that a run killed at any moment can go on with. */
export class ResultsFile {
  readonly #file: Deno.FsFile;
  /** The names of the files whose results it has. */
  readonly done: ReadonlySet<string>;

  private constructor(file: Deno.FsFile, done: ReadonlySet<string>) {
    this.#file = file;
    this.done = done;
  }

  /** Opens the file. The results of the last file in it may be cut off: they are dropped, and its file counts as
   * not read.
   *
   * @param path absolute
   * @param resume whether it goes on where it ends; otherwise there must be none
   * @throws {UsageError} if there is one, or it cannot be written
   * @throws {Error} if what it holds are no results
   */
  static async open(path: string, resume: boolean): Promise<ResultsFile> {
    const file = await opened(path, resume);
    const { done, end } = await wholeResults(file, path);
    await file.truncate(end);
    await file.seek(end, Deno.SeekMode.Start);
    return new ResultsFile(file, done);
  }

  /** Adds the results of a file, all at once. Each has its name in `file`, and pages of documents their number in
   * `page`. */
  async add(results: readonly unknown[]): Promise<void> {
    const text = results.map((result) => `${JSON.stringify(result)}\n`).join("");
    const bytes = new TextEncoder().encode(text);
    for (let at = 0; at < bytes.length;) at += await this.#file.write(bytes.subarray(at));
  }

  /** Closes it once all is on the disk. */
  async close(): Promise<void> {
    await this.#file.sync();
    this.#file.close();
  }
}

async function opened(path: string, resume: boolean): Promise<Deno.FsFile> {
  try {
    return await Deno.open(path, { read: true, write: true, createNew: !resume, create: resume });
  } catch (error) {
    if (error instanceof Deno.errors.AlreadyExists) {
      // What an earlier run left that ended before its first result is nothing to lose.
      if ((await Deno.stat(path)).size === 0) return await opened(path, true);
      throw new UsageError(
        `Cannot write results to ${path}: found a file there; go on with it by --resume, or name another`,
      );
    }
    const found = error instanceof Error ? error.message : String(error);
    throw new UsageError(`Cannot write results to ${path}: found ${found}; name another place`);
  }
}

/** The files whose results are there as a whole, and the byte where these end: where the last file's begin. */
async function wholeResults(
  file: Deno.FsFile,
  path: string,
): Promise<{ readonly done: Set<string>; readonly end: number }> {
  const done = new Set<string>();
  const buffer = new Uint8Array(chunk);
  const decoder = new TextDecoder();
  let line: Uint8Array<ArrayBuffer> = new Uint8Array();
  let [last, end, at] = ["", 0, 0];
  const take = (bytes: Uint8Array): void => {
    const name = nameIn(decoder.decode(bytes), path);
    if (name !== last) {
      if (last !== "") done.add(last);
      [last, end] = [name, at];
    }
    at += bytes.length + 1;
  };
  for (let read = await file.read(buffer); read !== null; read = await file.read(buffer)) {
    const bytes = new Uint8Array(line.length + read);
    bytes.set(line);
    bytes.set(buffer.subarray(0, read), line.length);
    let from = 0;
    for (let to = bytes.indexOf(10); to >= 0; to = bytes.indexOf(10, from)) {
      take(bytes.subarray(from, to));
      from = to + 1;
    }
    line = bytes.slice(from);
  }
  return { done, end };
}

function nameIn(line: string, path: string): string {
  try {
    const { file, page } = JSON.parse(line);
    if (typeof file !== "string") throw new TypeError("no file");
    return page === undefined ? file : file.slice(0, -`#${page}`.length);
  } catch {
    throw new Error(
      `Cannot go on with ${path}: found a line that is no result (${line.slice(0, 60)}), wanted ` +
        "what an earlier --out wrote; name another file",
    );
  }
}
