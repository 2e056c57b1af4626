import type { Reading } from "@lib/predict/read_image.ts";

/** A human looks at numbers that the reader is less sure of. Raise it where mistakes cost more. */
const sure = 0.9;

/** What a human must check of a number that was read; empty where there is nothing to check. Of an
 * unsure number the digits are named without which it would be sure, the least sure ones.
 *
 * @param wanted how many digits the number has
 */
export function whatToCheck({ digits, confidence }: Reading, wanted: number): string {
  if (digits.length !== wanted) {
    const found = digits.length === 1 ? "1 digit" : `${digits.length} digits`;
    return `found ${found}, wanted ${wanted}`;
  }
  const places = digits.map((_, i) => i).sort((a, b) =>
    digits[a].confidence - digits[b].confidence
  );
  let rest = confidence;
  const doubtful = places.filter((i) => {
    if (rest >= sure) return false;
    rest /= digits[i].confidence;
    return true;
  });
  return doubtful.sort((a, b) => a - b).map((i) => {
    const { digit, confidence } = digits[i];
    return `digit ${i + 1} is a ${digit} with ${Math.floor(100 * confidence)} %`;
  }).join("; ");
}
