/** Lines as the reader that does not cut sees them.
 *
 * @module
 */
import { readColumns, widestLine } from "../model/read_columns.ts";
import type { CutLine } from "./cut_lines.ts";
import { lineInks } from "./line_inks.ts";
import type { LineOptions } from "./line_options.ts";
import { lineInkLimits, weighingLimits as limits } from "./limits.ts";
import { type WeighedReading, weighReadings } from "./weigh_readings.ts";

/** Weighs what lines may say, each by the line reader and by the reader that cuts. Where the two are of
 * one mind, the line is read in one size only.
 *
 * @param height of the writing, in pixels
 * @returns for each line its readings, the most probable first; nothing where there is no line reader, for the
 * cells of a table, which are too short, and for a line that is too wide
 */
export async function weighLines(
  lines: readonly CutLine[],
  height: number,
  { lineReader, ...knowledge }: LineOptions,
): Promise<(readonly WeighedReading[] | undefined)[]> {
  const weighed: (readonly WeighedReading[] | undefined)[] = lines.map(() => undefined);
  if (lineReader === undefined) return weighed;
  const places = [...lines.keys()].filter((i) => {
    return lines[i].line.cells === undefined && lines[i].marks.length > 0;
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

/** Whether other sizes of a line need not be read: the cuts and its own size agree, and are sure. */
function isSettled([best, ...others]: readonly WeighedReading[]): boolean {
  return best.odds >= limits.settled && others.every(({ cost }) => cost >= best.cost);
}
