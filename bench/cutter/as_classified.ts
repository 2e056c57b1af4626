import type { Classified } from "@lib/model/classify.ts";

/** What a model says, from the probabilities of the digits and of none.
 *
 * @param probabilities `[10]`, kept
 */
export function asClassified(probabilities: Float32Array, nonDigit: number): Classified {
  const confidence = Math.max(...probabilities);
  return { digit: probabilities.indexOf(confidence), confidence, probabilities, nonDigit };
}
