import { extname, join } from "node:path";
import { ImageError } from "../../preprocess/decode/image_error.ts";
import { imageFormat } from "../../preprocess/decode/image_format.ts";
import { isFolder } from "./paths.ts";

/** What the names of images and PDFs end with. */
const extensions = /^\.(png|jpe?g|jfif|webp|gif|bmp|tiff?|avif|pdf)$/i;

/** Puts `scan2` before `scan10`. */
const { compare } = new Intl.Collator("en", { numeric: true });

/** The images and PDFs in a folder, not in the folders inside it: what is named like one, and what is one
 * under another name. Hidden files are left out.
 *
 * @param folder its path
 * @returns file names, sorted, with the numbers in them by value
 * @throws {ImageError} if the folder cannot be read
 */
export async function folderImages(folder: string): Promise<string[]> {
  const names: string[] = [];
  try {
    for await (const { name, isDirectory } of Deno.readDir(folder)) {
      if (isDirectory || name.startsWith(".")) continue;
      const isNamedSo = extensions.test(extname(name));
      const path = join(folder, name);
      // A link to nothing is kept where it is named like an image: that it is broken is told later.
      if (isNamedSo ? !await isFolder(path) : await isImage(path)) names.push(name);
    }
  } catch (error) {
    throw ImageError.ofFile(folder, error);
  }
  return names.sort(compare);
}

async function isImage(path: string): Promise<boolean> {
  try {
    // Only files: whoever opens a pipe waits for its other end.
    if (!(await Deno.stat(path)).isFile) return false;
    using file = await Deno.open(path);
    const head = new Uint8Array(512);
    const size = await file.read(head) ?? 0;
    return imageFormat(head.subarray(0, size)) !== undefined;
  } catch {
    return false; // nothing says that it is an image
  }
}
