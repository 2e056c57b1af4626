import { resolve } from "node:path";

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
