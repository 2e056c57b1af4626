/** Data sets of one's own, in MNIST's file format.
 *
 * @module
 */

import type { Dataset } from "./dataset.ts";
import { listDataFiles } from "./list_data_files.ts";
import { readIdxSplit } from "./read_idx_split.ts";

/** Reads a folder of four IDX files, plain or packed with gzip, named as MNIST's are:
 * `train-images-idx3-ubyte`, `train-images.idx3-ubyte`, either with `.gz`, and so on, also where one
 * lies in a folder that has such a name.
 *
 * The files need not be MNIST's own: any 28 × 28 images with labels 0 to 9 do, for example
 * Kuzushiji-MNIST. (EMNIST's digits have such files too, but each image in them is transposed.)
 *
 * @param folder its path
 * @throws {Error} if a file is missing; the message lists the names that were looked for
 * @throws {TypeError} if a file is not an IDX file, or not of the right kind
 * @throws {RangeError} if a file is damaged, or does not fit its partner
 */
export async function datasetsFromFolder(
  folder: string,
): Promise<{ train: Dataset; test: Dataset }> {
  const names = await listDataFiles(folder);
  return {
    train: await readIdxSplit(folder, names, "train"),
    test: await readIdxSplit(folder, names, "test"),
  };
}
