/** Which digits are read as which.
 *
 * @module
 */

/** How often each digit was read as each digit.
 *
 * @param truth `[n]`, the right labels, 0 to `classes - 1`
 * @param predicted `[n]`, the labels the model gave
 * @param classes how many there are
 * @param weights `[n]`, how much each image counts; one each where it is missing
 * @returns `[classes][classes]` counts; row = true label, column = predicted label
 * @throws {TypeError} if the two lengths differ
 * @throws {RangeError} if a label is not an integer from 0 to `classes - 1`
 *
 * @example
 * ```ts
 * import { confusionMatrix } from "@lib/evaluate/confusion_matrix.ts";
 * import { deepStrictEqual } from "node:assert";
 * const matrix = confusionMatrix([0, 0, 1], [0, 1, 1], 2);
 * deepStrictEqual(matrix, [[1, 1], [0, 1]]); // one 0 was read as 1
 * ```
 */
export function confusionMatrix(
  truth: ArrayLike<number>,
  predicted: ArrayLike<number>,
  classes = 10,
  weights?: ArrayLike<number>,
): number[][] {
  if (truth.length !== predicted.length) {
    throw new TypeError(
      `Cannot compare labels: found ${truth.length} true and ${predicted.length} predicted ones, ` +
        "wanted as many of both",
    );
  }
  const counts = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  for (let i = 0; i < truth.length; i++) {
    checkLabel("true", truth[i], i, classes);
    checkLabel("predicted", predicted[i], i, classes);
    counts[truth[i]][predicted[i]] += weights === undefined ? 1 : weights[i];
  }
  return counts;
}

function checkLabel(kind: string, label: number, index: number, classes: number): void {
  if (!Number.isInteger(label) || label < 0 || label >= classes) {
    throw new RangeError(
      `Cannot count the ${kind} label at index ${index}: found ${label}, ` +
        `wanted an integer from 0 to ${classes - 1}`,
    );
  }
}
