/** What a comparison of two readers says, in words.
 *
 * @module
 */

import { thousands } from "../base/format.ts";
import { evaluationLimits } from "./limits.ts";
import type { McNemar } from "./mcnemar.ts";

/** Says in a sentence whether two readers can be told apart.
 *
 * @param comparison as `mcnemar` gives it
 * @param first what the first reader is called, at the beginning of the sentence
 * @param second what the second one is called
 * @param significance from which p-value down they are told apart, 0 to 1
 *
 * @example
 * ```ts
 * import { toldApart } from "@lib/evaluate/told_apart.ts";
 * import { match } from "node:assert";
 * const comparison = { images: 10_000, firstAlone: 12, secondAlone: 15, pValue: 0.70 };
 * match(toldApart(comparison, "A", "B"), /^A and B cannot be told apart on 10,000 images: /);
 * ```
 */
export function toldApart(
  { images, firstAlone, secondAlone, pValue }: McNemar,
  first: string,
  second: string,
  significance: number = evaluationLimits.significance,
): string {
  const isKnown = pValue < significance;
  const [better, worse] = firstAlone > secondAlone ? [first, second] : [second, first];
  const said = isKnown
    ? `${better} reads better than ${worse}`
    : `${first} and ${second} cannot be told apart`;
  const counts = firstAlone + secondAlone === 0
    ? "they read the same ones rightly"
    : `${first} alone is right on ${thousands(firstAlone)}, ${second} alone on ` +
      thousands(secondAlone);
  return `${said} on ${thousands(images)} images: ${counts} ` +
    `(McNemar's exact test, p ${pText(pValue)})`;
}

function pText(pValue: number): string {
  if (pValue < 0.001) return "< 0.001";
  return `= ${pValue < 0.1 ? pValue.toPrecision(2) : pValue.toFixed(2)}`;
}
