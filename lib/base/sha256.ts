import { createHash } from "node:crypto";

/** SHA-256 of some bytes as 64 lower-case hexadecimal digits.
 *
 * @example
 * ```ts
 * import { sha256 } from "@lib/base/sha256.ts";
 * const digest = sha256(new Uint8Array());
 * if (!digest.startsWith("e3b0c442")) throw new Error(digest);
 * ```
 */
export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
