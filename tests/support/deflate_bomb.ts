import { Buffer } from "node:buffer";
import { constants, deflateRawSync } from "node:zlib";

/** Zeros, deflated to a thousandth: a zlib stream (https://www.rfc-editor.org/rfc/rfc1950).
 *
 * @param mebibytes what it inflates to
 */
export function deflateBomb(mebibytes: number): Uint8Array {
  // Flushed, a block stands for itself and can be repeated.
  const block = deflateRawSync(Buffer.alloc(2 ** 20), { finishFlush: constants.Z_FULL_FLUSH });
  const sum = Buffer.alloc(4); // Adler-32 of zeros
  sum.writeUInt32BE((((mebibytes * 2 ** 20) % 65521) * 2 ** 16 + 1) >>> 0);
  return Buffer.concat([
    Buffer.of(0x78, 0x01),
    ...Array.from({ length: mebibytes }, () => block),
    Buffer.of(0x01, 0x00, 0x00, 0xff, 0xff), // the last block, empty
    sum,
  ]);
}
