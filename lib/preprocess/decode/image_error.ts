/** The one error of files that cannot be decoded.
 *
 * @module
 */

/** An image file is missing, no image, damaged or too large. The message is one line that names the
 * file. Callers that work through several files report it and go on.
 *
 * @example
 * ```ts
 * import { ImageError } from "@lib/preprocess/decode/image_error.ts";
 * import { strictEqual } from "node:assert";
 * const { message } = new ImageError("a.png", "found an empty file, wanted an image");
 * strictEqual(message, "Cannot read a.png: found an empty file, wanted an image");
 * ```
 */
export class ImageError extends Error {
  /** `ImageError`. */
  override readonly name = "ImageError";

  /** Makes the error of one file.
   *
   * @param file its name; control characters in it are escaped
   * @param found what is wrong, and what was wanted
   * @param options the error that was the cause
   */
  constructor(file: string, found: string, options?: ErrorOptions) {
    super(`Cannot read ${oneLine(file)}: ${oneLine(found)}`, options);
  }

  /** Says why a file or a folder could not be opened.
   *
   * @param file its name
   * @param cause what the system threw
   */
  static ofFile(file: string, cause: unknown): ImageError {
    return new ImageError(file, fileFault(cause), { cause });
  }
}

function fileFault(error: unknown): string {
  if (error instanceof Deno.errors.NotFound) return "found no such file";
  if (error instanceof Deno.errors.NotADirectory) return "found no such file";
  if (error instanceof Deno.errors.PermissionDenied) return "permission denied";
  if (error instanceof Deno.errors.NotCapable) return "no permission, wanted --allow-read";
  return error instanceof Error ? error.message : String(error);
}

function oneLine(text: string): string {
  // deno-lint-ignore no-control-regex -- Control characters are what is looked for.
  return text.replace(/[\u0000-\u001f\u007f]/g, (character) => {
    return JSON.stringify(character).slice(1, -1);
  });
}
