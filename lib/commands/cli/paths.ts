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
 * @param option that names it
 * @throws {Error} if it cannot be written to, or made
 */
export async function checkWritable(folder: string, option = "out"): Promise<void> {
  for (let tried = folder;; tried = dirname(tried)) {
    const file = join(tried, `${crypto.randomUUID()}.tmp`);
    try {
      await Deno.writeFile(file, new Uint8Array(1));
      return await Deno.remove(file);
    } catch (error) {
      if (error instanceof Deno.errors.NotFound && dirname(tried) !== tried) continue;
      const found = (error as Error).message.replace(`: writefile '${file}'`, "");
      throw new Error(
        `Cannot write to ${folder}: found "${found}" at ${tried}, wanted a folder to write to; ` +
          `name another one with --${option}`,
        { cause: error },
      );
    }
  }
}
