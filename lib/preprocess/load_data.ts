/** Data as they come: MNIST, or a folder of the user's own.
 *
 * @module
 */

import { thousands } from "../base/format.ts";
import type { Dataset } from "../download/dataset.ts";
import { loadMnist } from "../download/load_mnist.ts";
import { keepForTesting } from "./dataset/keep_for_testing.ts";
import { type DataProgress, type DataReader, findData } from "./find_data.ts";

/** What a data set is split into: what is learned, and what is tested on. */
export type DataPart = "train" | "test";

/** The parts that were asked for, and where they came from. */
export type LoadedData<Part extends DataPart> = Readonly<Record<Part, Dataset>> & {
  /** For display, as a part of a sentence: "the folder digits (CSV)". */
  readonly source: string;
};

/** Loads images with their labels, from MNIST or from the user's own files.
 *
 * A folder may hold, the first that is found counting:
 *
 * - four IDX files, named as MNIST's are, packed with gzip or not;
 * - CSV files, `mnist_train.csv` and `mnist_test.csv`, or `train.csv` alone: a row for each image, its
 *   label and 784 pixels, 0 for paper to 255 for ink;
 * - images in folders `0` to `9`, or in such folders in `train` and `test`; those of 28 × 28 are taken as
 *   they are or inverted, all others are brought to MNIST's size and place.
 *
 * Where CSV files or images come without a part for testing, a seventh of each class is kept for that.
 * Which images these are does not hang on the seed of a run: whoever loads the same data gets the
 * same ones, so that no model is tested on what it learned. Where nothing is to be learned from, a part
 * for testing alone is enough.
 *
 * @param from one of the words that `loadMnist` takes, the path of a folder, or of one CSV file
 * @param parts what is wanted; a part that is not may be missing, and is not read where it need not be
 * @param onProgress is told how far the reading is: 0 to 1, and in a few words
 * @throws {Error} if there is no such folder, a part is missing in it, or a file cannot be read; the
 * message is one line that names it
 * @throws {TypeError} if a file is of another kind than its name says
 * @throws {RangeError} if a file is damaged
 *
 * @example
 * ```ts
 * import { type LoadedData, loadData } from "@lib/preprocess/load_data.ts";
 * import { strictEqual } from "node:assert";
 * const { test }: LoadedData<"test"> = await loadData("auto", ["test"]);
 * strictEqual(test.size, 10_000);
 * ```
 */
export async function loadData<Part extends DataPart>(
  from: string,
  parts: readonly Part[],
  onProgress: (fraction: number, news: string) => void = () => {},
): Promise<LoadedData<Part>> {
  if (["auto", "package", "small"].includes(from)) return await loadMnist(from);
  const { train, test } = await findData(from);
  const { notes, ...read } = train !== undefined && test === undefined
    ? await readAndKeep(train, onProgress)
    : await readParts({ train, test }, parts, { from, onProgress });
  const kind = await Deno.stat(from).then(({ isFile }) => isFile ? "file" : "folder");
  const source = `the ${kind} ${from}${notes.length === 0 ? "" : ` (${notes.join(", ")})`}`;
  return { ...read, source } as LoadedData<Part>;
}

type ReadParts = Partial<Record<DataPart, Dataset>> & { readonly notes: readonly string[] };

async function readAndKeep(reader: DataReader, onProgress: DataProgress): Promise<ReadParts> {
  const { dataset, notes } = await reader(onProgress);
  const { train, test } = keepForTesting(dataset);
  const [kept, all] = [test.size, dataset.size].map(thousands);
  return { train, test, notes: [...notes, `${kept} of the ${all} kept for testing`] };
}

async function readParts(
  readers: Readonly<Record<DataPart, DataReader | undefined>>,
  parts: readonly DataPart[],
  { from, onProgress }: { readonly from: string; readonly onProgress: DataProgress },
): Promise<ReadParts> {
  const read: Partial<Record<DataPart, Dataset>> = {};
  const notes = new Set<string>();
  for (const [i, part] of parts.entries()) {
    const reader = readers[part];
    if (reader === undefined) {
      throw new Error(
        `Cannot load images from "${from}": found images for testing alone, wanted some to learn ` +
          "from; name the folder that holds both",
      );
    }
    const found = await reader((fraction, news) => onProgress((i + fraction) / parts.length, news));
    read[part] = found.dataset;
    for (const note of found.notes) notes.add(note);
  }
  return { ...read, notes: [...notes] };
}
