/** Lines as the reader that does not cut sees them.
 *
 * @module
 */
import { readColumns, widestLine } from "../model/read_columns.ts";
import type { CutLine } from "./cut_lines.ts";
import { lineInks } from "./line_inks.ts";
import type { LineOptions } from "./line_options.ts";
import { type WeighedReading, weighReadings } from "./weigh_readings.ts";

/** Weighs what lines may say, each by the line reader and by the reader that cuts.
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
  const all = await readColumns(lineReader, inks.flatMap(({ sizes }) => sizes));
  let next = 0;
  for (const { i, sizes } of inks) {
    const columns = all.slice(next, next += sizes.length);
    weighed[i] = weighReadings({ ...lines[i], columns }, height, knowledge);
  }
  return weighed;
}
