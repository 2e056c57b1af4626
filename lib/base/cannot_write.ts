/** The error for something that could not be written, in a line.
 *
 * @param path what was to be written
 * @param cause what the system said; a path in it is left out
 * @param advice what to do
 * @param tried the folder that was tried, where it is another than is seen from the path
 */
export function cannotWrite(path: string, cause: unknown, advice: string, tried?: string): Error {
  const found = (cause as Error).message.replace(/: \w+ '.*/s, "");
  const at = tried === undefined ? "" : ` at ${tried}`;
  const wanted = `found "${found}"${at}, wanted a folder to write to`;
  return new Error(`Cannot write to ${path}: ${wanted}; ${advice}`, { cause });
}
