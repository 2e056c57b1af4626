/** The file format of MNIST.
 *
 * @module
 */

import { describeContent } from "./describe_content.ts";
import { dataLimits } from "./limits.ts";

/** The content of an IDX file of unsigned bytes. */
export interface IdxArray {
  /** Length of each dimension, the first one varying slowest: `[60000, 28, 28]`. */
  readonly shape: readonly number[];
  /** The elements, 0 to 255; as many as the product of `shape`. */
  readonly data: Uint8Array;
}

/** Element type "unsigned byte", the one MNIST uses and the only one read here. */
const unsignedByte = 0x08;

/** The other element types of the format. */
const otherTypes: Readonly<Record<number, string>> = {
  0x09: "signed bytes",
  0x0b: "16-bit integers",
  0x0c: "32-bit integers",
  0x0d: "32-bit floats",
  0x0e: "64-bit floats",
};

const again = "download it again";

/** Reads an IDX file: two zero bytes, the element type, the number of dimensions, the length of
 * each as a big-endian 32-bit integer, then the elements
 * ([format](https://web.archive.org/web/2022/http://yann.lecun.com/exdb/mnist/)).
 *
 * @param bytes the whole file, unpacked
 * @param name the file's name, for error messages
 * @returns `data` is a view of `bytes`, not a copy
 * @throws {TypeError} if the bytes are not an IDX file of unsigned bytes, or its header has the bytes
 * of each number the other way round
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
        `the file is truncated, ${again}`,
    );
  }
  const shape = shapeIn(bytes, dimensions, false);
  const wanted = header + elements(shape);
  if (bytes.length === wanted) return { shape, data: bytes.subarray(header) };
  const reversed = shapeIn(bytes, dimensions, true);
  if (isLikelier(header + elements(reversed), wanted, bytes.length)) {
    throw new TypeError(littleEndian(name, `${reversed.join(" × ")} elements`));
  }
  const [size, difference] = [bytes.length, Math.abs(wanted - bytes.length)];
  if (wanted > dataLimits.maxBytes) {
    // No number that is known exactly, where the lengths are noise.
    const announced = Number.isSafeInteger(wanted) ? String(wanted) : "more than there can be";
    throw new RangeError(
      `Cannot read ${name}: found ${size} bytes, wanted ${announced} for ${shape.join(" × ")} ` +
        `elements; the header is damaged, ${again}`,
    );
  }
  const fault = size < wanted
    ? `truncated, ${again}`
    : `oversized by ${difference} bytes at its end, ${again}`;
  throw new RangeError(
    `Cannot read ${name}: found ${size} bytes, wanted ${wanted} for ${shape.join(" × ")} ` +
      `elements; the file is ${fault}`,
  );
}

/** The lengths of the dimensions. */
function shapeIn(bytes: Uint8Array, dimensions: number, isLittleEndian: boolean): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from(
    { length: dimensions },
    (_, axis) => view.getUint32(4 + 4 * axis, isLittleEndian),
  );
}

function elements(shape: readonly number[]): number {
  return shape.reduce((product, length) => product * length, 1);
}

/** Whether the lengths make sense the other way round only. */
function isLikelier(reversed: number, wanted: number, size: number): boolean {
  return reversed === size || (wanted > dataLimits.maxBytes && reversed <= dataLimits.maxBytes);
}

function littleEndian(name: string, announced: string): string {
  return `Cannot read ${name}: found a header in little-endian order (${announced}), wanted ` +
    "big-endian, the most significant byte first, as MNIST's files have it; write the header's " +
    "numbers the other way round";
}

/** Checks the first four bytes and returns the number of dimensions. */
function checkMagic(bytes: Uint8Array, name: string): number {
  if (bytes.length === 0) {
    throw new RangeError(
      `Cannot read ${name}: found an empty file, wanted an IDX file; ${again}`,
    );
  }
  if (bytes.length < 4) {
    throw new RangeError(
      `Cannot read ${name}: found ${bytes.length} bytes, wanted an IDX file; ` +
        `the file is truncated, ${again}`,
    );
  }
  const [first, second, type, dimensions] = bytes;
  if (first === 0 && second === 0 && type === unsignedByte && dimensions > 0) return dimensions;
  const magic = `magic number ${hexadecimal(bytes.subarray(0, 4))}`;
  if (first > 0 && second === unsignedByte && type === 0 && dimensions === 0) {
    throw new TypeError(littleEndian(name, magic));
  }
  throw new TypeError(`Cannot read ${name}: ${notIdx(bytes, magic)}`);
}

/** What was found instead of an IDX file of unsigned bytes. */
function notIdx(bytes: Uint8Array, magic: string): string {
  const content = describeContent(bytes);
  if (content !== undefined) {
    return `found ${content.found}, wanted an IDX file; ${content.advice}`;
  }
  const [first, second, type] = bytes;
  const other = first === 0 && second === 0 ? otherTypes[type] : undefined;
  return `found ${magic}${other === undefined ? "" : ` (${other})`}, ` +
    "wanted 0x00000803 (images) or 0x00000801 (labels)" +
    (other === undefined ? "" : "; save the elements as unsigned bytes");
}

function hexadecimal(bytes: Uint8Array): string {
  return "0x" + Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
