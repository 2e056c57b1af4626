/** Numbers as levels: rounded, and held within 0 to 255.
 *
 * @example
 * ```ts
 * import { toBytes } from "@lib/base/to_bytes.ts";
 * if (toBytes([-3, 1.6, 300]).join() !== "0,2,255") throw new Error();
 * ```
 */
export function toBytes(values: ArrayLike<number>): Uint8Array {
  return new Uint8Array(new Uint8ClampedArray(values).buffer);
}
