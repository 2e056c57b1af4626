import { printNote } from "@lib/commands/cli/print.ts";
import { readImage } from "@lib/predict/read_image.ts";
import { decodeImage } from "@lib/preprocess/decode/decode_image.ts";
import type { LayersModel } from "@lib/backend/layers_model.ts";
import type { LabelledSample } from "./labelled_samples.ts";
import type { Score } from "./score.ts";

/** Measures how many photographs are read rightly. */
export async function measureSamples(
  model: LayersModel,
  samples: readonly LabelledSample[],
): Promise<Score> {
  printNote("Cheque amounts");
  let right = 0;
  for (const { path, text: wanted } of samples) {
    const { text } = await readImage(model, await decodeImage(path));
    right += Number(text === wanted);
  }
  return { images: samples.length, right };
}
