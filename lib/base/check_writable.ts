import { dirname, join } from "node:path";
import { cannotWrite } from "./cannot_write.ts";

/** Makes sure that results can be written, before the work that they are the result of. Nothing is
 * left behind: where the folder is yet to be made, the one above it is tried.
 *
 * @param folder its absolute path
 * @param advice what to do where it cannot be written to
 * @throws {Error} if it cannot be written to, or made
 */
export async function checkWritable(
  folder: string,
  advice: string,
): Promise<void> {
  for (let tried = folder;; tried = dirname(tried)) {
    const file = join(tried, `${crypto.randomUUID()}.tmp`);
    try {
      await Deno.writeFile(file, new Uint8Array(1));
      return await Deno.remove(file);
    } catch (error) {
      if (error instanceof Deno.errors.NotFound && dirname(tried) !== tried) continue;
      throw cannotWrite(folder, error, advice, tried);
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
    throw cannotWrite(folder, error, advice, dirname(folder));
  }
  await checkWritable(folder, advice);
}
