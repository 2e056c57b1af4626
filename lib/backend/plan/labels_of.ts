import type * as tf from "@tensorflow/tfjs";

/** Losses of tfjs whose targets are classes. */
export const lossNames = ["categoricalCrossentropy", "sparseCategoricalCrossentropy"] as const;

/** One of them. */
export type LossName = typeof lossNames[number];

/** The classes that the targets of a batch stand for.
 *
 * @param targets `[batch, classes]`, 1 at the right class, else 0; of the sparse loss `[batch]` or
 *   `[batch, 1]`, the class itself
 * @returns `undefined` where a target is anything else, as a mixture of classes
 */
export function labelsOf(
  targets: tf.Tensor,
  loss: LossName,
  classes: number,
): Uint8Array | undefined {
  const values = targets.dataSync();
  const size = targets.shape[0];
  const isSparse = loss === "sparseCategoricalCrossentropy";
  if (values.length !== (isSparse ? size : size * classes)) return undefined;
  const labels = new Uint8Array(size);
  for (let i = 0; i < size; i++) {
    const label = isSparse ? values[i] : onlyOne(values, i * classes, classes);
    if (!Number.isInteger(label) || label < 0 || label >= classes) return undefined;
    labels[i] = label;
  }
  return labels;
}

/** Where the only 1 among zeros is, −1 if there is any other number. */
function onlyOne(values: ArrayLike<number>, start: number, count: number): number {
  let found = -1;
  for (let j = 0; j < count; j++) {
    const value = values[start + j];
    if (value === 0) continue;
    if (value !== 1 || found >= 0) return -1;
    found = j;
  }
  return found;
}
