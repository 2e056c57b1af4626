import { checkFileBytes } from "./check_limits.ts";
import { ImageError } from "./image_error.ts";

/** The bytes of an image file.
 *
 * @throws {ImageError} if it is missing, not a plain file, empty, too large, or cannot be opened
 */
export async function loadImageFile(path: string): Promise<Uint8Array> {
  try {
    const { isFile, isDirectory, size } = await Deno.stat(path);
    if (isDirectory) throw new ImageError(path, "found a folder, wanted an image file");
    if (!isFile) throw new ImageError(path, "found a device or a pipe, wanted an image file");
    checkFileBytes(path, size);
    return await Deno.readFile(path);
  } catch (error) {
    throw error instanceof ImageError ? error : ImageError.ofFile(path, error);
  }
}
