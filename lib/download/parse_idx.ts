/** The file format of MNIST.
 *
 * @module
 */

/** The content of an IDX file of unsigned bytes. */
export interface IdxArray {
  /** Length of each dimension, the first one varying slowest: `[60000, 28, 28]`. */
  readonly shape: readonly number[];
  /** The elements, 0 to 255; as many as the product of `shape`. */
  readonly data: Uint8Array;
}

/** Element type "unsigned byte", the one MNIST uses and the only one read here. */
const unsignedByte = 0x08;

/** Reads an IDX file: two zero bytes, the element type, the number of dimensions, the length of
 * each as a big-endian 32-bit integer, then the elements
 * ([format](https://web.archive.org/web/2022/http://yann.lecun.com/exdb/mnist/)).
 *
 * @param bytes the whole file, unpacked
 * @param name the file's name, for error messages
 * @returns `data` is a view of `bytes`, not a copy
 * @throws {TypeError} if the bytes are not an IDX file of unsigned bytes
 * @throws {RangeError} if there are fewer or more bytes than the header announces
 *
 * @example
 * ```ts
 * import { type IdxArray, parseIdx } from "@lib/download/parse_idx.ts";
 * import { deepStrictEqual } from "node:assert";
 * const file = new Uint8Array([0, 0, 8, 1, 0, 0, 0, 2, 5, 7]);
 * const labels: IdxArray = parseIdx(file, "two-labels");
 * deepStrictEqual([labels.shape, [...labels.data]], [[2], [5, 7]]);
 * ```
 */
export function parseIdx(bytes: Uint8Array, name: string): IdxArray {
  const dimensions = checkMagic(bytes, name);
  const header = 4 + 4 * dimensions;
  if (bytes.length < header) {
    throw new RangeError(
      `Cannot read ${name}: found ${bytes.length} bytes, wanted a header of ${header}; ` +
        "the file is truncated",
    );
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shape = Array.from({ length: dimensions }, (_, axis) => view.getUint32(4 + 4 * axis));
  const wanted = header + shape.reduce((product, length) => product * length, 1);
  if (bytes.length !== wanted) {
    const fault = bytes.length < wanted ? "truncated" : "oversized";
    throw new RangeError(
      `Cannot read ${name}: found ${bytes.length} bytes, wanted ${wanted} for ` +
        `${shape.join(" × ")} elements; the file is ${fault}`,
    );
  }
  return { shape, data: bytes.subarray(header) };
}

/** Checks the first four bytes and returns the number of dimensions. */
function checkMagic(bytes: Uint8Array, name: string): number {
  if (bytes.length === 0) {
    throw new RangeError(`Cannot read ${name}: found an empty file, wanted an IDX file`);
  }
  if (bytes.length < 4) {
    throw new RangeError(
      `Cannot read ${name}: found ${bytes.length} bytes, wanted an IDX file; the file is truncated`,
    );
  }
  const [first, second, type, dimensions] = bytes;
  if (first !== 0 || second !== 0 || type !== unsignedByte || dimensions === 0) {
    const isGzip = first === 0x1f && second === 0x8b;
    throw new TypeError(
      `Cannot read ${name}: found magic number ${hexadecimal(bytes.subarray(0, 4))}` +
        `${isGzip ? " (gzip, unpack it first)" : ""}, ` +
        "wanted 0x00000803 (images) or 0x00000801 (labels)",
    );
  }
  return dimensions;
}

function hexadecimal(bytes: Uint8Array): string {
  return "0x" + Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
