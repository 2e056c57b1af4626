import { Buffer } from "node:buffer";
import { thousands } from "../base/format.ts";
import { ImageError } from "../preprocess/decode/image_error.ts";
import { queueLimits } from "./limits.ts";

/** A file in the queue: where it is, or what it holds, or why it could not be read when it was sent. */
export interface QueuedFile {
  readonly kind: "file";
  /** What the sender calls it. */
  readonly name: string;
  /** What messages call it: its path, which all machines share, unless it has `bytes`. */
  readonly file: string;
  /** Its bytes in Base64. */
  readonly bytes?: string;
  /** One line that says why it could not be read. */
  readonly error?: string;
}

/** Makes a job of a file.
 *
 * @param input its name, its path, and what gives its bytes
 * @param isInline whether the bytes go into the job; one that is too large for that, or cannot be read, has
 * its `error` there instead
 */
export async function queuedFile(
  { name, file, read }: {
    readonly name: string;
    readonly file: string;
    readonly read: () => Promise<Uint8Array>;
  },
  isInline: boolean,
): Promise<QueuedFile> {
  if (!isInline) return { kind: "file", name, file };
  try {
    const bytes = await read();
    if (bytes.length > queueLimits.inlineBytes) {
      const [found, wanted] = [bytes.length, queueLimits.inlineBytes].map(thousands);
      throw new ImageError(
        file,
        `found ${found} bytes, wanted at most ${wanted} to send along; put it in a shared folder, and send it ` +
          "without --inline",
      );
    }
    return { kind: "file", name, file, bytes: Buffer.from(bytes).toString("base64") };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { kind: "file", name, file, error: message };
  }
}
