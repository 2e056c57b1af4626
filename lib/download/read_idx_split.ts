import { basename, join } from "node:path";
import type { Dataset } from "./dataset.ts";
import { datasetFromIdx, type NamedBytes } from "./dataset_from_idx.ts";
import { mnistFiles, type MnistPart } from "./mnist_files.ts";
import { readPacked } from "./read_packed.ts";

/** Reads the images of a folder of IDX files that are to be learned, or to be tested on.
 *
 * @param folder its path
 * @param names the files of data in it, seen from it
 * @throws {Error} if a file is missing; the message lists the names that were looked for
 * @throws {TypeError} if a file is not an IDX file, or not of the right kind
 * @throws {RangeError} if a file is damaged, or does not fit its partner
 */
export async function readIdxSplit(
  folder: string,
  names: readonly string[],
  split: "train" | "test",
): Promise<Dataset> {
  const read = (part: MnistPart): Promise<NamedBytes> => readPart(folder, names, part);
  return datasetFromIdx(await read(`${split}Images`), await read(`${split}Labels`));
}

async function readPart(
  folder: string,
  names: readonly string[],
  part: MnistPart,
): Promise<NamedBytes> {
  const plain = mnistFiles[part].name;
  const dotted = plain.replace("-idx", ".idx");
  const candidates = [plain, dotted, `${plain}.gz`, `${dotted}.gz`];
  const found =
    candidates.flatMap((candidate) =>
      names.filter((name) => basename(name).toLowerCase() === candidate)
    )
      // Files of the folder itself before those in folders, whatever the spelling.
      .sort((a, b) => Number(a !== basename(a)) - Number(b !== basename(b)))[0];
  if (found === undefined) {
    const use = part.startsWith("train") ? "training" : "testing";
    const others = names.length === 0 ? "" : ` (only ${names.join(", ")})`;
    throw new Error(
      `Cannot load images from "${folder}": found no ${
        mnistFiles[part].kind
      } for ${use}${others}, ` +
        `wanted one of ${candidates.join(", ")}`,
    );
  }
  const name = join(folder, found);
  return { name, bytes: await readPacked(name) };
}
