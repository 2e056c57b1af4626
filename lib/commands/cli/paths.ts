import { dirname, join, resolve } from "node:path";

/** Absolute path of a file or folder that the user named, seen from where they stand.
 *
 * `deno task` runs a command in the project's root, whatever folder it was typed in, and hands that
 * folder on in the environment variable `INIT_CWD`.
 *
 * @param given as typed; `.` is the user's folder itself
 */
export function userPath(given: string): string {
  return resolve(Deno.env.get("INIT_CWD") || Deno.cwd(), given);
}

/** Whether a path leads to a folder; a missing one does not. */
export async function isFolder(path: string): Promise<boolean> {
  return await Deno.stat(path).then(({ isDirectory }) => isDirectory, () => false);
}

/** Makes sure that results can be written, before the work that they are the result of. Nothing is
 * left behind: where the folder is yet to be made, the one above it is tried.
 *
 * @param folder its absolute path
 * @param advice what to do where it cannot be written to
 * @throws {Error} if it cannot be written to, or made
 */
export async function checkWritable(
  folder: string,
  advice = "name another one with --out",
): Promise<void> {
  for (let tried = folder;; tried = dirname(tried)) {
    const file = join(tried, `${crypto.randomUUID()}.tmp`);
    try {
      await Deno.writeFile(file, new Uint8Array(1));
      return await Deno.remove(file);
    } catch (error) {
      if (error instanceof Deno.errors.NotFound && dirname(tried) !== tried) continue;
      throw cannotWrite(folder, tried, advice, error);
    }
  }
}

/** Makes a folder, where it is not there, and makes sure that results can be written to it.
 *
 * @param folder its absolute path
 * @param advice what to do where it cannot be written to
 * @throws {Error} if it cannot be written to, or made
 */
export async function makeWritable(folder: string, advice: string): Promise<void> {
  try {
    await Deno.mkdir(folder, { recursive: true });
  } catch (error) {
    throw cannotWrite(folder, dirname(folder), advice, error);
  }
  await checkWritable(folder, advice);
}

function cannotWrite(folder: string, tried: string, advice: string, cause: unknown): Error {
  const found = (cause as Error).message.replace(/: (writefile|mkdir) '.*/, "");
  const wanted = `found "${found}" at ${tried}, wanted a folder to write to`;
  return new Error(`Cannot write to ${folder}: ${wanted}; ${advice}`, { cause });
}
