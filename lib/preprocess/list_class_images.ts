import { extname, join } from "node:path";

/** What the names of images end with. */
const extensions = /^\.(png|jpe?g|jfif|webp|gif|bmp|tiff?|avif)$/i;

/** What file managers leave behind. */
const litter = /^(\.|thumbs\.db$|desktop\.ini$)/i;

/** Puts `scan2` before `scan10`. */
const { compare } = new Intl.Collator("en", { numeric: true });

/** The images of the classes in a folder. */
export interface ClassImages {
  /** Each with its class, by class, then by name, with the numbers in the names by value. */
  readonly images: readonly { readonly path: string; readonly label: number }[];
  /** How many other files there are in the folders of the classes. */
  readonly others: number;
}

/** Lists the images in the folders `0` to `9` of a folder, and in the folders inside these. What is not
 * named like an image is counted, hidden files are left out.
 *
 * @param folder its path
 */
export async function listClassImages(folder: string): Promise<ClassImages> {
  const images: { path: string; label: number }[] = [];
  let others = 0;
  const visit = async (inner: string, label: number): Promise<void> => {
    const entries = await Array.fromAsync(Deno.readDir(inner));
    for (const { name, isDirectory } of entries.sort((a, b) => compare(a.name, b.name))) {
      if (litter.test(name)) continue;
      const path = join(inner, name);
      // Links to folders are not followed: they may lead in a circle.
      if (isDirectory) await visit(path, label);
      else if (extensions.test(extname(name))) images.push({ path, label });
      else others++;
    }
  };
  for (let label = 0; label <= 9; label++) {
    const inner = join(folder, String(label));
    const isThere = await Deno.stat(inner).then((found) => found.isDirectory, () => false);
    if (isThere) await visit(inner, label);
  }
  return { images, others };
}
