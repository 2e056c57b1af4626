/** Probabilities, cooled or warmed.
 *
 * @module
 */

/** The probabilities of a classifier whose logits are divided by a temperature
 * ([Guo et al., 2017](https://arxiv.org/abs/1706.04599), section 4.2). Which class is the most probable stays
 * the same.
 *
 * @param probabilities `[n × classes]`, image by image
 * @param classes how many
 * @param temperature above 1 makes it less sure, below 1 surer
 * @throws {RangeError} if the temperature is not above 0, or there are not as many probabilities for each image
 *
 * @example
 * ```ts
 * import { atTemperature } from "@lib/evaluate/at_temperature.ts";
 * import { deepStrictEqual } from "node:assert";
 * const [sure, unsure] = atTemperature(Float32Array.of(0.9, 0.1), 2, 2);
 * deepStrictEqual([sure.toFixed(2), unsure.toFixed(2)], ["0.75", "0.25"]); // the odds 9 become their root 3
 * ```
 */
export function atTemperature(
  probabilities: Float32Array,
  classes: number,
  temperature: number,
): Float32Array {
  if (!(temperature > 0) || probabilities.length % classes !== 0) {
    throw new RangeError(
      `Cannot bring ${probabilities.length} probabilities of ${classes} classes to temperature ` +
        `${temperature}: wanted as many for each image, and a temperature above 0`,
    );
  }
  const result = new Float32Array(probabilities.length);
  for (let start = 0; start < result.length; start += classes) {
    let total = 0;
    for (let i = start; i < start + classes; i++) {
      result[i] = probabilities[i] ** (1 / temperature);
      total += result[i];
    }
    for (let i = start; i < start + classes; i++) result[i] /= total;
  }
  return result;
}
