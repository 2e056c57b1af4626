/** Lines as the reader that does not cut sees them.
 *
 * @module
 */
import type { LayersModel } from "../backend/layers_model.ts";
import type { BoxedInk } from "../image/boxed_ink.ts";
import type { Classified } from "../model/classify.ts";
import { readColumns, widestLine } from "../model/read_columns.ts";
import { lineInk } from "./line_ink.ts";
import type { Candidate } from "./segment/candidates.ts";
import type { SegmentedLine } from "./segment/over_segment.ts";
import { type WeighedReading, weighReadings } from "./weigh_readings.ts";

/** A line that was cut, and what the model says of its candidates. */
export interface CutLine {
  /** Its marks, upright. */
  readonly marks: readonly BoxedInk[];
  readonly cut: SegmentedLine;
  readonly found: readonly Candidate[];
  readonly scores: readonly Classified[];
}

/** Weighs what lines may say, each by the line reader and by the reader that cuts.
 *
 * @param model the line reader
 * @param height of the writing, in pixels
 * @returns for each line its readings, the most probable first; nothing for a line that is too wide
 */
export async function weighLines(
  model: LayersModel,
  lines: readonly CutLine[],
  height: number,
): Promise<(readonly WeighedReading[] | undefined)[]> {
  const inks = lines.map(({ marks }) => lineInk(marks, height).ink);
  const places = [...inks.keys()].filter((i) => inks[i].width <= widestLine);
  const columns = await readColumns(model, places.map((i) => inks[i]));
  const weighed: (readonly WeighedReading[] | undefined)[] = lines.map(() => undefined);
  places.forEach((i, k) =>
    weighed[i] = weighReadings({ ...lines[i], columns: columns[k] }, height)
  );
  return weighed;
}
