import { join } from "node:path";

/** Names that files of data have. A folder may bear one too: some archives unpack each file into a
 * folder of its own. */
const dataName = /(idx[13]-ubyte|\.csv)(\.gz)?$/i;

/** Lists the files of data in a folder: those named as IDX or CSV files are, and those that lie in a
 * folder that is named so, as in `train-images-idx3-ubyte/train-images-idx3-ubyte`.
 *
 * @param folder its path
 * @returns paths seen from the folder, sorted, those in folders last; nothing else is looked at
 * @throws {Error} if there is no such folder, or it cannot be read
 */
export async function listDataFiles(folder: string): Promise<string[]> {
  const [files, inner]: [string[], string[]] = [[], []];
  for (const name of await namesIn(folder)) {
    // A link is what it leads to.
    const kind = await Deno.stat(join(folder, name)).catch(() => undefined);
    if (kind?.isFile) files.push(name);
    if (!kind?.isDirectory) continue;
    for (const inside of await namesIn(join(folder, name))) {
      const path = join(name, inside);
      if ((await Deno.stat(join(folder, path)).catch(() => undefined))?.isFile) inner.push(path);
    }
  }
  return [...files, ...inner];
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    const names = (await Array.fromAsync(Deno.readDir(folder))).map(({ name }) => name);
    return names.filter((name) => dataName.test(name) && !name.startsWith(".")).sort();
  } catch (error) {
    throw new Error(
      `Cannot load images from "${folder}": found ${whatIsThere(error)}, wanted a folder ` +
        'of images and labels, or one of the words "auto", "package" and "small"',
      { cause: error },
    );
  }
}

function whatIsThere(error: unknown): string {
  if (error instanceof Deno.errors.NotFound) return "nothing there";
  if (error instanceof Deno.errors.NotADirectory) return "a file there";
  return `"${(error as Error).message}"`;
}
