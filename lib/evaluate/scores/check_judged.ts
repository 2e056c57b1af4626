/** Whether labels and probabilities go together.
 *
 * @module
 */

/** Makes sure that some images can be scored: at least one, as many numbers for each, and right labels that
 * have one.
 *
 * @param truth `[n]`, the right label of each image
 * @param numbers `[n × classes]`, image by image a probability or score of each class
 * @returns how many classes there are
 * @throws {RangeError} if there is no image, or a label has no number
 * @throws {TypeError} if the numbers are not as many for each image
 */
export function checkJudged(truth: ArrayLike<number>, numbers: ArrayLike<number>): number {
  if (truth.length === 0) {
    throw new RangeError("Cannot score: found no image, wanted at least one");
  }
  const classes = numbers.length / truth.length;
  if (!Number.isInteger(classes) || classes === 0) {
    throw new TypeError(
      `Cannot score ${truth.length} images: found ${numbers.length} numbers of their classes, ` +
        "wanted as many for each image",
    );
  }
  for (let i = 0; i < truth.length; i++) {
    const label = truth[i];
    if (Number.isInteger(label) && label >= 0 && label < classes) continue;
    throw new RangeError(
      `Cannot score image ${i}: found label ${label}, wanted an integer from 0 to ${classes - 1}`,
    );
  }
  return classes;
}
