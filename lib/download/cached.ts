import { join } from "node:path";
import { isIntact } from "./is_intact.ts";
import { mnistFiles, type MnistPart } from "./mnist_files.ts";

/** What a folder holds of MNIST's four files. */
export interface CachedFiles {
  /** The intact ones. */
  readonly files: ReadonlyMap<MnistPart, Uint8Array>;
  /** Names of those that are not there. */
  readonly missing: readonly string[];
  /** Names of those with another length or SHA-256 than the published file. */
  readonly damaged: readonly string[];
  /** Names of those that are there and cannot be read: a folder of that name, no permission. */
  readonly unreadable: readonly string[];
}

/** Reads and checks the files that `saveMnist` writes. What is missing, damaged or
 * unreadable is told, not thrown.
 *
 * @param folder its path; it need not exist
 */
export async function cachedFiles(folder: string): Promise<CachedFiles> {
  const files = new Map<MnistPart, Uint8Array>();
  const missing: string[] = [];
  const damaged: string[] = [];
  const unreadable: string[] = [];
  for (const part of Object.keys(mnistFiles) as MnistPart[]) {
    const file = mnistFiles[part];
    try {
      const bytes = await Deno.readFile(join(folder, file.name));
      if (isIntact(file, bytes)) files.set(part, bytes);
      else damaged.push(file.name);
    } catch (error) {
      const isMissing = error instanceof Deno.errors.NotFound ||
        error instanceof Deno.errors.NotADirectory;
      (isMissing ? missing : unreadable).push(file.name);
    }
  }
  return { files, missing, damaged, unreadable };
}
