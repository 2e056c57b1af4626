import { basename, join } from "node:path";

/** Finds the folders `0` to `9`, one for each class of images: in a folder itself, or in `train` and
 * `test` (also `training` and `testing`, in upper or lower case) in it. A folder that holds one of its
 * own name, as unpacked archives do, is taken for that.
 *
 * @param folder its path
 * @returns the paths of the folders in which the classes are; neither if there are none
 * @throws {Error} if it cannot be told which of them are meant, or `train` or `test` has no classes
 */
export async function findClassFolders(
  folder: string,
): Promise<{ readonly train?: string; readonly test?: string }> {
  const root = await unwrapped(folder);
  const names = await foldersIn(root);
  const own = names.some(isClass) ? root : undefined;
  const [inner, test] = [/^train(ing)?([-_ ]?set)?$/i, /^test(ing)?([-_ ]?set)?$/i]
    .map((pattern) => only(root, names.filter((name) => pattern.test(name))));
  if (own !== undefined && inner !== undefined) refuseBoth(root, "0 to 9", basename(inner));
  const train = own ?? await withClasses(inner);
  const tested = await withClasses(test);
  return { ...(train && { train }), ...(tested && { test: tested }) };
}

/** Whether a folder of that name holds the images of one class. */
function isClass(name: string): boolean {
  return /^\d$/.test(name);
}

async function foldersIn(folder: string): Promise<string[]> {
  const names: string[] = [];
  for await (const { name } of Deno.readDir(folder)) {
    // A link is what it leads to.
    const kind = await Deno.stat(join(folder, name)).catch(() => undefined);
    if (kind?.isDirectory) names.push(name);
  }
  return names.sort();
}

async function unwrapped(folder: string): Promise<string> {
  const inner = join(folder, basename(folder));
  const isWrapped = await Deno.stat(inner).then((found) => found.isDirectory, () => false);
  return isWrapped && !isClass(basename(folder)) ? inner : folder;
}

function only(root: string, names: readonly string[]): string | undefined {
  if (names.length > 1) refuseBoth(root, names[0], names[1]);
  return names.length === 0 ? undefined : join(root, names[0]);
}

function refuseBoth(root: string, one: string, other: string): never {
  throw new Error(
    `Cannot load images from "${root}": found folders ${one} and ${other} beside each other, ` +
      "wanted one of both; move the other elsewhere",
  );
}

async function withClasses(folder: string | undefined): Promise<string | undefined> {
  if (folder === undefined) return undefined;
  const inner = await unwrapped(folder);
  if ((await foldersIn(inner)).some(isClass)) return inner;
  throw new Error(
    `Cannot load images from "${folder}": found no folders 0 to 9 in it, wanted one for each ` +
      "class; sort the images into them, or move the folder elsewhere",
  );
}
