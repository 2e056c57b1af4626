import { addLogs } from "../../backend/ctc/add_logs.ts";
import { ctcLoss } from "../../backend/ctc/ctc_loss.ts";
import { blank } from "../../model/networks/line.ts";
import { weighingLimits as limits } from "./limits.ts";

/** How probable the line reader finds any text, over the sizes in which it read a line: each is as likely as the
 * others to be the right one.
 *
 * @param columns of each size: `[columns, 11]` probabilities
 * @returns the logarithm of the probability of a text, digits 0 to 9 from left to right; never below a floor
 */
export function textLogs(
  columns: readonly Float32Array[],
): (text: readonly number[]) => number {
  const sizes = columns.map((one) => one.map(Math.log));
  return (text) =>
    sizes.map((logits) => -ctcLoss({ logits, classes: blank + 1, labels: Uint8Array.from(text) }))
      .reduce(addLogs, Math.log(limits.leastOfLine)) - Math.log(sizes.length);
}
