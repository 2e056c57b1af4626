/** Lines as the reader that does not cut sees them.
 *
 * @module
 */
import type { BoxedInk } from "../../image/boxed_ink.ts";
import { readColumns, widestLine } from "../../model/read_columns.ts";
import { bestPath } from "../path/best_path.ts";
import { lineInks } from "./line_inks.ts";
import type { LineOptions } from "./line_options.ts";
import { lineInkLimits, weighingLimits as limits } from "./limits.ts";
import type { MarkLine } from "../segment/page_lines.ts";
import { type LineViews, type WeighedReading, weighReadings } from "./weigh_readings.ts";

/** A line as the reader that cuts sees it. */
export interface LineToWeigh extends Omit<LineViews, "columns"> {
  /** Its marks as they were written, without signs. */
  readonly line: MarkLine;
  /** The same upright beside each other. */
  readonly marks: readonly BoxedInk[];
}

/** Weighs what lines may say, each by the line reader and by the reader that cuts. Where the two are of
 * one mind, the line is read in one size only.
 *
 * @param height of the writing, in pixels
 * @returns for each line its readings, the most probable first; nothing where there is no line reader, for the
 * cells of a table, which are too short, for a line that is too wide, and for one whose marks are each surely a
 * digit, unless something is known of it
 */
export async function weighLines(
  lines: readonly LineToWeigh[],
  height: number,
  options: LineOptions,
): Promise<(readonly WeighedReading[] | undefined)[]> {
  const { lineReader, ...knowledge } = options;
  const weighed: (readonly WeighedReading[] | undefined)[] = lines.map(() => undefined);
  if (lineReader === undefined) return weighed;
  const places = [...lines.keys()].filter((i) => {
    const { cut, found, scores } = lines[i];
    return isWeighed(lines[i], bestPath(cut, found, scores, height), options);
  });
  const inks = places.map((i) => ({ i, sizes: lineInks(lines[i].marks, height) }))
    .filter(({ sizes: [largest] }) => largest.width <= widestLine);
  const own = await readColumns(lineReader, inks.map(({ sizes }) => sizes[lineInkLimits.own]));
  inks.forEach(({ i }, k) => {
    weighed[i] = weighReadings({ ...lines[i], columns: [own[k]] }, height, knowledge);
  });
  const open = [...inks.keys()].filter((k) => {
    return knowledge.lexicon !== undefined || !isSettled(weighed[inks[k].i]!);
  });
  const others = await readColumns(
    lineReader,
    open.flatMap((k) => inks[k].sizes.filter((_, size) => size !== lineInkLimits.own)),
  );
  const each = others.length / Math.max(1, open.length);
  open.forEach((k, at) => {
    const columns = [own[k], ...others.slice(at * each, (at + 1) * each)];
    weighed[inks[k].i] = weighReadings({ ...lines[inks[k].i], columns }, height, knowledge);
  });
  return weighed;
}

/** Whether the line reader is asked of a line too: not for the cells of a table, which are too short, nor for a line
 * whose marks are each surely a digit, unless something is known of it.
 *
 * @param line with what the model says of its candidates
 * @param path its best one
 */
export function isWeighed(
  line: LineToWeigh,
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
  { cut, found, scores }: LineToWeigh,
  path: readonly number[],
): boolean {
  const isCut = path.some((i) => cut.prices[found[i].first] > 0 || cut.prices[found[i].end] > 0);
  const sure = path.reduce((product, i) => product * scores[i].confidence, 1);
  return !isCut && sure >= limits.plain && path.some((i) => scores[i].digit !== 1);
}

/** Whether other sizes of a line need not be read: the cuts and its own size agree, and are sure. */
function isSettled([best, ...others]: readonly WeighedReading[]): boolean {
  return best.odds >= limits.settled && others.every(({ cost }) => cost >= best.cost);
}
