import type { Reading } from "@lib/predict/read_image.ts";

/** A human looks at digits that the model is less sure of. Raise it where mistakes cost more. */
const sure = 0.8;

/** What a human must check of a number that was read; empty where there is nothing to check.
 *
 * @param wanted how many digits the number has
 */
export function whatToCheck({ digits }: Reading, wanted: number): string {
  if (digits.length !== wanted) {
    const found = digits.length === 1 ? "1 digit" : `${digits.length} digits`;
    return `found ${found}, wanted ${wanted}`;
  }
  return digits
    .map(({ digit, confidence }, i) => ({ digit, confidence, place: i + 1 }))
    .filter(({ confidence }) => confidence < sure)
    .map(({ digit, confidence, place }) => {
      return `digit ${place} is a ${digit} with ${Math.floor(100 * confidence)} %`;
    })
    .join("; ");
}
