/** Reading many files, on several cores.
 *
 * @module
 */
import type { FileToRead } from "./file_to_read.ts";
import { failure, type PageReading, readPages } from "./read_pages.ts";
import { ReaderPool } from "./reader_pool.ts";
import { loadReaders, type ReadersSetup } from "./readers.ts";

export type { FileToRead, PageReading, ReadersSetup };

/** A file and what its pages say. */
export interface FileReading {
  /** What the caller calls the file. */
  readonly name: string;
  /** Its pages, in their order, as they are read; take them before the next file. */
  readonly pages: AsyncIterable<PageReading>;
}

/** How files are read. */
export interface ReadFilesOptions extends ReadersSetup {
  /** Cores that read; 1 by default, which is this thread. */
  readonly workers?: number;
  /** Leaves workers that have nothing to do to the end of the process, which the caller then ends by `Deno.exit()`:
   * that is quicker, and a process that ends while its workers are ending is killed by a signal now and then. */
  readonly isLast?: boolean;
}

/** Files that are read ahead of the one whose pages are taken, for each worker: enough that none waits while
 * a long document is read. Only their readings are kept, not their bytes. */
const ahead = 8;

/** Reads files one by one, or several at a time on as many cores. However many they are, no more than a few are
 * held in memory, and they come in their order. What cannot be read says so in its place.
 *
 * @param files in any number; they are asked for as they are needed
 * @param options.workers how many are read at a time
 * @param options.isLast whether the process ends by `Deno.exit()` once they are read
 * @param options.folder of a model that reads alone; the shipped two read together by default
 * @param options.single `options.lexicon` and `options.length`: as `readImage` takes them
 * @throws {Error} if there is no model
 * @throws {TypeError} if the model's shape is not that of a reader of digits
 *
 * @example
 * ```ts
 * import { strictEqual } from "node:assert";
 * import { projectPath } from "@lib/base/paths.ts";
 * import { readFiles } from "@lib/files/read_files.ts";
 * const path = projectPath("data", "samples", "postal_code.jpg");
 * const file = { name: "code", file: path, read: () => Deno.readFile(path) };
 * for await (const { name, pages } of readFiles([file])) {
 *   for await (const { result } of pages) strictEqual("text" in result && name, "code");
 * }
 * ```
 */
export async function* readFiles(
  files: Iterable<FileToRead> | AsyncIterable<FileToRead>,
  { workers = 1, isLast = false, ...setup }: ReadFilesOptions = {},
): AsyncGenerator<FileReading> {
  if (workers > 1) return yield* readByWorkers(files, { workers, isLast }, setup);
  const { model, options, dispose } = await loadReaders(setup);
  const pagesOf = async function* (file: FileToRead): AsyncGenerator<PageReading> {
    try {
      yield* readPages(model, { ...file, bytes: await file.read() }, options);
    } catch (error) {
      yield { suffix: "", result: failure(file.file, error) };
    }
  };
  try {
    for await (const file of files) yield { name: file.name, pages: pagesOf(file) };
  } finally {
    dispose();
  }
}

async function* readByWorkers(
  files: Iterable<FileToRead> | AsyncIterable<FileToRead>,
  { workers, isLast }: Required<Pick<ReadFilesOptions, "workers" | "isLast">>,
  setup: ReadersSetup,
): AsyncGenerator<FileReading> {
  const pool = await ReaderPool.start(workers, setup);
  const room = new CountQueuingStrategy({ highWaterMark: ahead * workers });
  const { writable, readable } = new TransformStream<FileReading, FileReading>({}, room);
  const writer = writable.getWriter();
  const send = async (): Promise<void> => {
    try {
      for await (const file of files) {
        await writer.ready; // there is room for one more
        writer.write({ name: file.name, pages: pool.read(file) }).catch(() => {}); // `ready` tells
      }
      await writer.close();
    } catch (error) {
      await writer.abort(error);
    }
  };
  const sent = send();
  let areIdle = false;
  try {
    yield* readable;
    await sent;
    areIdle = true;
  } finally {
    if (!areIdle || !isLast) await pool.end();
  }
}
