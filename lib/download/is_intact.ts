import { sha256 } from "../base/sha256.ts";
import type { MnistFile } from "./mnist_files.ts";

/** Whether some bytes are exactly one of MNIST's files: the length first, then the digest.
 *
 * @param file what they should be
 * @param bytes the unpacked file
 */
export function isIntact(file: MnistFile, bytes: Uint8Array): boolean {
  return bytes.length === file.bytes && sha256(bytes) === file.sha256;
}
