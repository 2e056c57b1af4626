import type { LayersModel } from "@lib/backend/layers_model.ts";
import { resample } from "@lib/image/resample.ts";
import { bestPath } from "@lib/predict/best_path.ts";
import { type CutLine, cutLines } from "@lib/predict/cut_lines.ts";
import { rowOf } from "@lib/predict/segment/row_of.ts";
import { weighLines } from "@lib/predict/weigh_lines.ts";
import type { DecodedImage } from "@lib/preprocess/decode/decode_image.ts";
import { decodeLimits } from "@lib/preprocess/decode/limits.ts";
import { findWriting } from "@lib/preprocess/writing/find_writing.ts";

/** Reads a picture as the line reader would choose: of each line the text that it finds most probable among those
 * that are weighed, which the cuts allow. What it never reads, the cells of a table and lines that are too wide,
 * is read by its cuts.
 *
 * @returns lines parted by `\n`
 */
export async function readUncut(
  model: LayersModel,
  lineReader: LayersModel,
  image: DecodedImage,
): Promise<string> {
  const scale = Math.min(1, Math.sqrt(decodeLimits.workingPixels / (image.width * image.height)));
  const side = (length: number): number => Math.max(1, Math.round(length * scale));
  const writing = findWriting(resample(image, side(image.width), side(image.height)));
  const { lines, height } = await cutLines(model, writing);
  const weighed = await weighLines(lines, height, { lineReader });
  const rows = new Map<string, string>();
  for (const [i, line] of lines.entries()) {
    const readings = weighed[i];
    const digits = readings === undefined
      ? cutDigits(line, height)
      : readings.reduce((best, one) => one.log > best.log ? one : best).text;
    const row = rowOf(line.line) ?? `line ${i}`;
    rows.set(row, (rows.get(row) ?? "") + digits.join(""));
  }
  return [...rows.values()].filter((text) => text !== "").join("\n");
}

function cutDigits({ cut, found, scores }: CutLine, height: number): number[] {
  return bestPath(cut, found, scores, height).map((i) => scores[i].digit);
}
