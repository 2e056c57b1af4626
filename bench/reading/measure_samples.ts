import { join } from "node:path";
import { printNote } from "@lib/commands/cli/print.ts";
import { readImage } from "@lib/predict/read_image.ts";
import { decodeImage } from "@lib/preprocess/decode/decode_image.ts";
import type { LayersModel } from "@lib/backend/layers_model.ts";
import type { Score } from "./score.ts";

/** Measures how many photographs of a folder are read rightly.
 *
 * @param folder with images and `labels.tsv`: a head, then a file's name and what it says in each line
 */
export async function measureSamples(model: LayersModel, folder: string): Promise<Score> {
  printNote("Cheque amounts");
  const [, ...rows] = (await Deno.readTextFile(join(folder, "labels.tsv"))).trim().split("\n");
  let right = 0;
  for (const row of rows) {
    const [file, wanted] = row.split("\t");
    const { text } = await readImage(model, await decodeImage(join(folder, file)));
    right += Number(text === wanted);
  }
  return { images: rows.length, right };
}
