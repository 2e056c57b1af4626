import { basename, dirname } from "node:path";
import type { Dataset } from "../download/dataset.ts";
import { findCsv } from "../download/find_csv.ts";
import { listDataFiles } from "../download/list_data_files.ts";
import { readDigitCsv } from "../download/read_digit_csv.ts";
import { readIdxSplit } from "../download/read_idx_split.ts";
import { findClassFolders } from "./find_class_folders.ts";

/** Told how far the reading is: 0 to 1, and in a few words. */
export type DataProgress = (fraction: number, news: string) => void;

/** A data set that was read, and how it came about. */
export interface ReadData {
  readonly dataset: Dataset;
  /** For display, each a part of a sentence. */
  readonly notes: readonly string[];
}

/** Reads a data set that was found. */
export type DataReader = (onProgress: DataProgress) => Promise<ReadData>;

/** What was found to learn from, and to be tested on; one of them at least. */
export interface FoundData {
  /** Reads what there is to learn from. */
  readonly train?: DataReader;
  /** Reads what there is to be tested on. */
  readonly test?: DataReader;
}

/** Finds data of the user's own: IDX files, else CSV files, else images in folders `0` to `9`.
 *
 * @param path of a folder, or of one CSV file
 * @throws {Error} if there is no such folder, no data in it, or more than one kind can be meant
 */
export async function findData(path: string): Promise<FoundData> {
  if (await isCsvFile(path)) return csvData(dirname(path), [basename(path)]);
  const names = await listDataFiles(path);
  if (names.some((name) => /ubyte(\.gz)?$/i.test(name))) return idxData(path, names);
  if (names.length > 0) return csvData(path, names);
  const { train, test } = await findClassFolders(path);
  if (train === undefined && test === undefined) throw new Error(await nothingIn(path));
  return readers({ train, test }, imageReader);
}

async function isCsvFile(path: string): Promise<boolean> {
  const isFile = await Deno.stat(path).then((found) => found.isFile, () => false);
  return isFile && /\.csv(\.gz)?$/i.test(path);
}

function idxData(folder: string, names: readonly string[]): FoundData {
  const reader = (part: "train" | "test"): DataReader => async () => {
    return { dataset: await readIdxSplit(folder, names, part), notes: [] };
  };
  return { train: reader("train"), test: reader("test") };
}

function csvData(folder: string, names: readonly string[]): FoundData {
  return readers(findCsv(folder, names), (path) => async (onProgress) => {
    const news = (fraction: number): void =>
      onProgress(fraction, `${Math.round(100 * fraction)} % of ${basename(path)}`);
    return { dataset: await readDigitCsv(path, news), notes: ["CSV"] };
  });
}

function imageReader(folder: string): DataReader {
  return async (onProgress) => {
    // Loaded here: nothing else needs the decoders, which ask for a permission of their own.
    const { readClassImages } = await import("./read_class_images.ts");
    return await readClassImages(folder, (done, total) => {
      onProgress(done / total, `${done} of ${total} images`);
    });
  };
}

function readers(
  { train, test }: { readonly train?: string | undefined; readonly test?: string | undefined },
  reader: (path: string) => DataReader,
): FoundData {
  return {
    ...(train !== undefined && { train: reader(train) }),
    ...(test !== undefined && { test: reader(test) }),
  };
}

async function nothingIn(folder: string): Promise<string> {
  const names = (await Array.fromAsync(Deno.readDir(folder))).map(({ name }) => name).sort();
  const more = names.length > 3 ? ` and ${names.length - 3} more` : "";
  return `Cannot load images from "${folder}": found ` +
    (names.length === 0 ? "nothing in it" : `${names.slice(0, 3).join(", ")}${more}`) +
    ", wanted IDX files (train-images-idx3-ubyte and its like), CSV files (mnist_train.csv, " +
    "mnist_test.csv), or images in folders 0 to 9; name the folder that these are in";
}
