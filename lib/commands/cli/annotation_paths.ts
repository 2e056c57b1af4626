import { basename, dirname, extname, join } from "node:path";
import { UsageError } from "./arguments.ts";
import { checkWritable, isFolder } from "./paths.ts";
import type { ImageInput } from "./image_inputs.ts";

const pictureName = /\.(png|jpe?g)$/i;

/** Where the annotated pictures of some images go: to one file, or to files of the same names in a
 * folder, JPEG for JPEG and PNG for all else.
 *
 * @param out absolute path of a `.png`, `.jpg` or `.jpeg` file, or of a folder
 * @param isOne whether a single file was named, which may become a file
 * @returns a path for each image, all different
 * @throws {UsageError} if `out` is neither, or an image would be written over
 * @throws {Error} if nothing can be written there
 */
export async function annotationPaths(
  out: string,
  inputs: readonly ImageInput[],
  isOne: boolean,
): Promise<string[]> {
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
  return paths;
}

function namesFor(inputs: readonly ImageInput[]): string[] {
  const taken = new Set<string>();
  return inputs.map(({ path }) => {
    const file = path === undefined ? "standard_input" : basename(path);
    const stem = basename(file, extname(file));
    const extension = /\.jpe?g$/i.test(file) ? extname(file) : ".png";
    let name = stem + extension;
    // Some file systems do not tell capitals.
    for (let i = 2; taken.has(name.toLowerCase()); i++) name = `${stem}-${i}${extension}`;
    taken.add(name.toLowerCase());
    return name;
  });
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
