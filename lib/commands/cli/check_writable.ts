import { dirname, join } from "node:path";

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
