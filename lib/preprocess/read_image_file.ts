import { checkFileBytes } from "./file_limit.ts";
import { ImageError } from "./image_error.ts";

/** The bytes of an image file.
 *
 * @throws {ImageError} if it is missing, no plain file, empty, too large, or not to be opened
 */
export async function readImageFile(path: string): Promise<Uint8Array> {
  try {
    const { isFile, isDirectory, size } = await Deno.stat(path);
    if (isDirectory) throw new ImageError(path, "found a folder, wanted an image file");
    if (!isFile) throw new ImageError(path, "found a device or a pipe, wanted an image file");
    checkFileBytes(path, size);
    return await Deno.readFile(path);
  } catch (error) {
    if (error instanceof ImageError) throw error;
    throw new ImageError(path, reason(error), { cause: error });
  }
}

function reason(error: unknown): string {
  if (error instanceof Deno.errors.NotFound) return "found no such file";
  if (error instanceof Deno.errors.NotADirectory) return "found no such file";
  if (error instanceof Deno.errors.PermissionDenied) return "permission denied";
  if (error instanceof Deno.errors.NotCapable) return "no permission, wanted --allow-read";
  return error instanceof Error ? error.message : String(error);
}
