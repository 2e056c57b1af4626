import type { LineKnowledge } from "@lib/predict/weighing/line_options.ts";
import type { Reading } from "@lib/predict/read_image.ts";

/** A human looks at numbers that the reader is less sure of. Raise it where mistakes cost more. */
const sure = 0.9;

/** What a human must check of a number that was read; empty where there is nothing to check. Of an
 * unsure number the digits are named without which it would be sure, the least sure ones.
 *
 * @param wanted.length how many digits the number has
 * @param wanted.lexicon numbers of which it is one, where that is known
 */
export function whatToCheck(
  { text, digits, confidence }: Reading,
  { length, lexicon }: LineKnowledge & { readonly length: number },
): string {
  if (digits.length !== length) {
    const found = digits.length === 1 ? "1 digit" : `${digits.length} digits`;
    return `found ${found}, wanted ${length}`;
  }
  if (lexicon?.has(text) === false) return "is not on the list";
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
