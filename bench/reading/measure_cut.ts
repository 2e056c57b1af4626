import { printNote } from "@lib/commands/cli/print.ts";
import type { Dataset } from "@lib/download/dataset.ts";
import { cropToInk } from "@lib/image/crop_to_ink.ts";
import { lightImage } from "@lib/image/light_image.ts";
import { resample } from "@lib/image/resample.ts";
import { digitAt } from "@lib/preprocess/dataset/digit_at.ts";
import type { PictureReader } from "./picture_reader.ts";

/** Digits cut out without a margin, as old data sets keep them: the pixels along each side, and the share
 * that is aimed at. */
export const cutSides = { 28: 0.99, 16: 0.99, 8: 0.98 } as const;

/** Measures the share of tightly cut digits that is read rightly, by the pixels along each side.
 *
 * @param count how many of each size
 */
export async function measureCut(
  read: PictureReader,
  data: Dataset,
  count: number,
): Promise<Record<string, number>> {
  printNote("Tightly cut digits");
  const shares: Record<string, number> = {};
  for (const side of Object.keys(cutSides)) {
    let right = 0;
    for (let i = 0; i < count; i++) {
      const cut = resample(cropToInk(digitAt(data, i)), Number(side), Number(side));
      const { text } = await read(lightImage(cut.width, cut.height, cut.pixels), {
        single: true,
      });
      right += Number(text === String(data.labels[i]));
    }
    shares[side] = right / count;
  }
  return shares;
}
