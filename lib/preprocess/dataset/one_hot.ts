/** One-hot encoding of labels.
 *
 * @module
 */

/** One-hot encoding of labels: 1 at the class's place, 0 elsewhere. (Sparse labels, as
 * `sparseCategoricalCrossentropy` takes them, are the bytes themselves.)
 *
 * @param labels `[size]`, each below the number of classes
 * @param classes how many there are: the ten digits by default
 * @returns `[size × classes]`, row by row
 * @throws {RangeError} if a label is not below the number of classes
 *
 * @example
 * ```ts
 * import { oneHot } from "@lib/preprocess/dataset/one_hot.ts";
 * if (oneHot(new Uint8Array([3]))[3] !== 1) throw new Error();
 * ```
 */
export function oneHot(labels: Uint8Array, classes = 10): Float32Array<ArrayBuffer> {
  const rows = new Float32Array(labels.length * classes);
  for (let i = 0; i < labels.length; i++) {
    if (labels[i] >= classes) {
      throw new RangeError(
        `Cannot one-hot encode label ${labels[i]} at index ${i}: must be 0 to ${classes - 1}`,
      );
    }
    rows[i * classes + labels[i]] = 1;
  }
  return rows;
}
