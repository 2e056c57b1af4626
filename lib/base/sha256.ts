/** Digests of bytes.
 *
 * @module
 */

import { createHash } from "node:crypto";

/** SHA-256 of some bytes as 64 lower-case hexadecimal digits.
 *
 * @example
 * ```ts
 * import { sha256 } from "@lib/base/sha256.ts";
 * import { strictEqual } from "node:assert";
 * const digest = sha256(new TextEncoder().encode("abc"));
 * strictEqual(digest.slice(0, 8), "ba7816bf"); // the example of FIPS 180-4
 * ```
 */
export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
