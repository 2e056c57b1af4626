import { beamSearch } from "@lib/backend/ctc/beam_search.ts";
import type { LayersModel } from "@lib/backend/layers_model.ts";
import { blank } from "@lib/model/networks/line.ts";
import { readColumns, widestLine } from "@lib/model/read_columns.ts";
import { weighingLimits } from "@lib/predict/weighing/limits.ts";
import { lineInks } from "@lib/predict/weighing/line_inks.ts";
import { deslant } from "@lib/predict/segment/deslant.ts";
import { pageLines } from "@lib/predict/segment/page_lines.ts";
import { textLogs } from "@lib/predict/weighing/text_logs.ts";
import type { DecodedImage } from "@lib/preprocess/decode/decode_image.ts";
import { findWriting } from "@lib/preprocess/writing/find_writing.ts";
import { workingImage } from "./working_image.ts";

/** Reads a picture by the line reader alone: of each line the text that it finds most probable, whatever its cuts
 * say. The cells of a table and lines that are too wide it does not read.
 *
 * @returns lines parted by `\n`
 */
export async function readUncut(lineReader: LayersModel, image: DecodedImage): Promise<string> {
  const writing = findWriting(workingImage(image));
  const { lines, height } = pageLines(writing);
  const inks = lines.filter(({ cells }) => cells === undefined)
    .map(({ marks }) => lineInks(deslant(marks).marks, height))
    .filter(([largest]) => largest.width <= widestLine);
  const texts = [];
  for (const sizes of inks) texts.push(likeliest(await readColumns(lineReader, sizes)));
  return texts.filter((text) => text !== "").join("\n");
}

function likeliest(columns: readonly Float32Array[]): string {
  const logOf = textLogs(columns);
  const texts = columns.flatMap((one) => beamSearch(one, blank + 1, weighingLimits.beams))
    .map(({ labels }) => labels);
  return texts.reduce((best, text) => logOf(text) > logOf(best) ? text : best).join("");
}
