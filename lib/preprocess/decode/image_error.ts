/** An image file cannot be read: it is missing, no image, damaged or too large. The message is one
 * line that names the file. Callers that read several files report it and go on. */
export class ImageError extends Error {
  override readonly name = "ImageError";

  /** @param file its name; control characters in it are escaped
   * @param found what is wrong, and what was wanted */
  constructor(file: string, found: string, options?: ErrorOptions) {
    super(`Cannot read ${oneLine(file)}: ${oneLine(found)}`, options);
  }
}

function oneLine(text: string): string {
  // deno-lint-ignore no-control-regex -- Control characters are what is looked for.
  return text.replace(/[\u0000-\u001f\u007f]/g, (character) => {
    return JSON.stringify(character).slice(1, -1);
  });
}
