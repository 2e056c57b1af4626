import { gunzipSync } from "node:zlib";
import { dataLimits } from "./limits.ts";

/** Reads a file as a whole, and unpacks it where it is packed with gzip.
 *
 * Goes by the content, not the name: browsers and download tools unpack files behind one's back and
 * keep the `.gz`.
 *
 * @param path also its name in messages
 * @throws {Error} if it cannot be opened
 * @throws {RangeError} if it is larger than {@link dataLimits} allow, or is damaged gzip data
 */
export async function readPacked(path: string): Promise<Uint8Array> {
  const bytes = await readWhole(path);
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: dataLimits.maxBytes });
  } catch (error) {
    const { message, code } = error as Error & { code?: string };
    throw new RangeError(
      code === "ERR_BUFFER_TOO_LARGE"
        ? tooLarge(path)
        : `Cannot unpack ${path}: found damaged gzip data (${message}), ` +
          "wanted a file packed with gzip; download it again",
      { cause: error },
    );
  }
}

async function readWhole(path: string): Promise<Uint8Array> {
  try {
    const { size } = await Deno.stat(path);
    if (size <= dataLimits.maxBytes) return await Deno.readFile(path);
  } catch (error) {
    const found = (error as Error).message.split(": ")[0];
    throw new Error(`Cannot read ${path}: found "${found}", wanted a file that can be read`, {
      cause: error,
    });
  }
  throw new RangeError(tooLarge(path));
}

function tooLarge(path: string): string {
  return `Cannot read ${path}: found more than ${dataLimits.maxBytes / 2 ** 20} MiB in it, ` +
    "wanted at most that; make a smaller set of it";
}
