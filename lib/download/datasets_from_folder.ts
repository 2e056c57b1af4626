/** Data sets of one's own, in MNIST's file format.
 *
 * @module
 */

import { gunzipSync } from "node:zlib";
import { join } from "node:path";
import type { Dataset } from "./dataset.ts";
import { datasetFromIdx, type NamedBytes } from "./dataset_from_idx.ts";
import { mnistFiles, type MnistPart } from "./mnist_files.ts";

/** Reads a folder of four IDX files, plain or packed with gzip, named as MNIST's are:
 * `train-images-idx3-ubyte`, `train-images.idx3-ubyte`, either with `.gz`, and so on.
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
  const names = await fileNames(folder);
  const read = (part: MnistPart): Promise<NamedBytes> => readPart(folder, names, part);
  return {
    train: datasetFromIdx(await read("trainImages"), await read("trainLabels")),
    test: datasetFromIdx(await read("testImages"), await read("testLabels")),
  };
}

async function fileNames(folder: string): Promise<Set<string>> {
  try {
    return new Set((await Array.fromAsync(Deno.readDir(folder))).map((entry) => entry.name));
  } catch (error) {
    const isMissing = error instanceof Deno.errors.NotFound;
    if (!isMissing && !(error instanceof Deno.errors.NotADirectory)) throw error;
    throw new Error(
      `Cannot load images from "${folder}": found ${isMissing ? "nothing" : "a file"} there, ` +
        'wanted a folder of IDX files, or one of the words "auto", "package" and "small"',
      { cause: error },
    );
  }
}

async function readPart(
  folder: string,
  names: ReadonlySet<string>,
  part: MnistPart,
): Promise<NamedBytes> {
  const plain = mnistFiles[part].name;
  const dotted = plain.replace("-idx", ".idx");
  const candidates = [plain, dotted, `${plain}.gz`, `${dotted}.gz`];
  const found = candidates.find((name) => names.has(name));
  if (found === undefined) {
    throw new Error(
      `Cannot load images from "${folder}": found no ${mnistFiles[part].kind} for ` +
        `${part.startsWith("train") ? "training" : "testing"}, wanted one of ` +
        candidates.join(", "),
    );
  }
  const name = join(folder, found);
  return { name, bytes: unpack(await Deno.readFile(name), name) };
}

/** Goes by the content, not the name: browsers and download tools unpack files behind one's back
 * and keep the `.gz`. */
function unpack(bytes: Uint8Array, name: string): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes);
  } catch (error) {
    throw new RangeError(
      `Cannot unpack ${name}: found damaged gzip data (${(error as Error).message}), ` +
        "wanted an IDX file packed with gzip",
      { cause: error },
    );
  }
}
