import { dirname } from "node:path";
import { cannotWrite } from "./cannot_write.ts";

/** Writes a file so that a reader, or a crash, meets the old content or the new, never half of it.
 *
 * The bytes go to a temporary file in the same folder, which then takes the file's name. Missing
 * folders are made.
 *
 * @param path where the file shall lie
 * @param content its bytes, or text to be encoded as UTF-8
 * @param advice what to do where nothing can be written there
 * @throws {Error} if nothing can; what was there stays
 */
export async function writeAtomic(
  path: string,
  content: Uint8Array | string,
  advice = "copy the project to where it can be written to, or name another place",
): Promise<void> {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const temporary = `${path}.${crypto.randomUUID()}.tmp`;
  try {
    await Deno.mkdir(dirname(path), { recursive: true });
    await Deno.writeFile(temporary, bytes);
    await Deno.rename(temporary, path);
  } catch (error) {
    await Deno.remove(temporary).catch(() => {});
    throw cannotWrite(path, error, advice);
  }
}
