import { basename, dirname, extname, join, parse } from "node:path";
import { UsageError } from "./arguments.ts";
import { isFolder } from "./paths.ts";
import { checkWritable } from "../../base/check_writable.ts";
import type { ImageInput } from "./image_inputs.ts";

const pictureName = /\.(png|jpe?g)$/i;

/** Where the annotated picture of a page goes.
 *
 * @param index of its image among all
 * @param suffix of the page, as `documentPages` gives it
 * @returns a path that no other page has
 */
export type AnnotationPath = (index: number, suffix: string) => Promise<string>;

/** Where the annotated pictures of some images go: to one file, or to files of the same names in a
 * folder, JPEG for JPEG and PNG for all else. The pages of a document get their number: `file#2.png`.
 *
 * @param out absolute path of a `.png`, `.jpg` or `.jpeg` file, or of a folder
 * @param isOne whether a single file was named, which may become a file
 * @throws {UsageError} if `out` is neither, or an image would be written over
 * @throws {Error} if nothing can be written there
 */
export async function annotationPaths(
  out: string,
  inputs: readonly ImageInput[],
  isOne: boolean,
): Promise<AnnotationPath> {
  const isPicture = pictureName.test(out) && !await isFolder(out);
  if (isPicture && !isOne) {
    throw new UsageError(`Cannot write several pictures to ${out}: wanted a folder`);
  }
  if (!isPicture && extname(out) !== "" && isOne && !await isFolder(out)) {
    throw new UsageError(`Cannot write a picture to ${out}: wanted .png, .jpg, or a folder`);
  }
  const paths = isPicture ? [out] : namesFor(inputs).map((name) => join(out, name));
  const images = new Set<string>();
  for (const { path } of inputs) if (path !== undefined) images.add(await identity(path));
  for (const path of paths) {
    if (!images.has(await identity(path))) continue;
    throw new UsageError(
      `Cannot write over ${path}: it is an image to be read; name another place`,
    );
  }
  await checkWritable(isPicture ? dirname(out) : out, "name another one with --annotate");
  const taken = new Set(paths.map(caseless));
  return async (index, suffix) => {
    const path = paths[index];
    if (suffix === "") return path;
    const { dir, name, ext } = parse(path);
    for (let i = 1;; i++) {
      const page = join(dir, numbered(name + suffix, ext, i));
      if (taken.has(caseless(page)) || images.has(await identity(page))) continue;
      taken.add(caseless(page));
      return page;
    }
  };
}

function namesFor(inputs: readonly ImageInput[]): string[] {
  const taken = new Set<string>();
  return inputs.map(({ path }) => {
    const file = path === undefined ? "standard_input" : basename(path);
    const stem = basename(file, extname(file));
    const extension = /\.jpe?g$/i.test(file) ? extname(file) : ".png";
    let name = stem + extension;
    for (let i = 2; taken.has(caseless(name)); i++) name = numbered(stem, extension, i);
    taken.add(caseless(name));
    return name;
  });
}

function numbered(stem: string, extension: string, i: number): string {
  return i === 1 ? stem + extension : `${stem}-${i}${extension}`;
}

/** Some file systems do not tell capitals. */
function caseless(name: string): string {
  return name.toLowerCase();
}

/** The same for all names of a file that exists, links included. */
async function identity(path: string): Promise<string> {
  try {
    const { dev, ino } = await Deno.stat(path);
    return ino === null ? await Deno.realPath(path) : `${dev} ${ino}`;
  } catch {
    return path;
  }
}
