import type { IdxArray } from "@lib/download/parse_idx.ts";

/** The bytes of an IDX file of unsigned bytes: the inverse of `parseIdx`.
 *
 * @param array 1 to 255 dimensions, each shorter than 2³²
 * @throws {RangeError} if the shape is not valid or does not fit the number of elements
 */
export function encodeIdx({ shape, data }: IdxArray): Uint8Array<ArrayBuffer> {
  if (shape.length < 1 || shape.length > 255) {
    throw new RangeError(
      `Cannot write an IDX file: found ${shape.length} dimensions, wanted 1 to 255`,
    );
  }
  for (const length of shape) {
    if (!Number.isInteger(length) || length < 0 || length >= 2 ** 32) {
      throw new RangeError(
        `Cannot write an IDX file: found the length ${length}, wanted integers from 0 to 2^32 - 1`,
      );
    }
  }
  const elements = shape.reduce((product, length) => product * length, 1);
  if (data.length !== elements) {
    throw new RangeError(
      `Cannot write an IDX file: found ${data.length} elements, ` +
        `wanted ${elements} for ${shape.join(" × ")}`,
    );
  }
  const header = 4 + 4 * shape.length;
  const bytes = new Uint8Array(header + elements);
  const view = new DataView(bytes.buffer);
  bytes.set([0, 0, 0x08, shape.length]);
  shape.forEach((length, axis) => view.setUint32(4 + 4 * axis, length));
  bytes.set(data, header);
  return bytes;
}
