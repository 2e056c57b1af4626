/** One-hot encoding of labels: 1 at the digit's place, 0 elsewhere. (Sparse labels, as
 * `sparseCategoricalCrossentropy` takes them, are the bytes themselves.)
 *
 * @param labels `[size]`, digits 0 to 9
 * @returns `[size × 10]`, row by row
 * @throws {RangeError} if a label is above 9
 *
 * @example
 * ```ts
 * import { oneHot } from "@lib/preprocess/one_hot.ts";
 * if (oneHot(new Uint8Array([3]))[3] !== 1) throw new Error();
 * ```
 */
export function oneHot(labels: Uint8Array): Float32Array<ArrayBuffer> {
  const rows = new Float32Array(labels.length * 10);
  for (let i = 0; i < labels.length; i++) {
    if (labels[i] > 9) {
      throw new RangeError(
        `Cannot one-hot encode label ${labels[i]} at index ${i}: must be 0 to 9`,
      );
    }
    rows[i * 10 + labels[i]] = 1;
  }
  return rows;
}
