import { checkFileBytes } from "./file_limit.ts";
import { ImageError } from "./image_error.ts";
import { fileFault } from "./file_fault.ts";

/** The bytes of an image file.
 *
 * @throws {ImageError} if it is missing, no plain file, empty, too large, or not to be opened
 */
export async function loadImageFile(path: string): Promise<Uint8Array> {
  try {
    const { isFile, isDirectory, size } = await Deno.stat(path);
    if (isDirectory) throw new ImageError(path, "found a folder, wanted an image file");
    if (!isFile) throw new ImageError(path, "found a device or a pipe, wanted an image file");
    checkFileBytes(path, size);
    return await Deno.readFile(path);
  } catch (error) {
    if (error instanceof ImageError) throw error;
    throw new ImageError(path, fileFault(error), { cause: error });
  }
}
