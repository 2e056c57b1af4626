import type { Rng } from "@lib/base/rng.ts";
import { printNote } from "@lib/commands/cli/print.ts";
import { readImage } from "@lib/predict/read_image.ts";
import type { LayersModel } from "@lib/backend/layers_model.ts";
import {
  kindsWithoutDigits,
  type PageWithoutDigits,
  pageWithoutDigits,
} from "../pages/page_without_digits.ts";
import { sure } from "./targets.ts";

/** Measures the share of images without a digit on which one is read for sure.
 *
 * @param count how many of each kind
 * @param note tells which kind comes next
 */
export async function measureNonDigits(
  model: LayersModel,
  count: number,
  rng: Rng,
  note: (text: string) => void = printNote,
): Promise<Record<PageWithoutDigits, number>> {
  const shares = {} as Record<PageWithoutDigits, number>;
  for (const [k, kind] of kindsWithoutDigits.entries()) {
    note(`Images without digits: ${kind}`);
    let read = 0;
    for (let i = 0; i < count; i++) {
      const { digits } = await readImage(model, pageWithoutDigits(kind, rng.fork(k * count + i)));
      read += Number(digits.some(({ confidence }) => confidence >= sure));
    }
    shares[kind] = read / count;
  }
  return shares;
}
