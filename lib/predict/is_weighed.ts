import type { Classified } from "../model/classify.ts";
import type { Segmented } from "./cut_lines.ts";
import type { LineOptions } from "./line_options.ts";
import { weighingLimits as limits } from "./limits.ts";

/** Whether the line reader is asked of a line too: not for the cells of a table, which are too short, nor for a line
 * whose marks are each surely a digit, unless something is known of it.
 *
 * @param line with what the model says of its candidates
 * @param path its best one
 */
export function isWeighed(
  line: Segmented & { readonly scores: readonly Classified[] },
  path: readonly number[],
  { lineReader, lexicon, length }: LineOptions,
): boolean {
  if (lineReader === undefined || line.line.cells !== undefined || line.marks.length === 0) {
    return false;
  }
  return lexicon !== undefined || length !== undefined || !isPlain(line, path);
}

/** Whether each mark of a line is surely a digit, none of them cut: nothing is left to weigh. Ones alone may be
 * bars. */
function isPlain(
  { cut, found, scores }: Pick<Segmented, "cut" | "found"> & {
    readonly scores: readonly Classified[];
  },
  path: readonly number[],
): boolean {
  const isCut = path.some((i) => cut.prices[found[i].first] > 0 || cut.prices[found[i].end] > 0);
  const sure = path.reduce((product, i) => product * scores[i].confidence, 1);
  return !isCut && sure >= limits.plain && path.some((i) => scores[i].digit !== 1);
}
