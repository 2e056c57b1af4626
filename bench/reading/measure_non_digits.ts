import type { Rng } from "@lib/base/rng.ts";
import { printNote } from "@lib/commands/cli/print.ts";
import {
  kindsWithoutDigits,
  type PageWithoutDigits,
  pageWithoutDigits,
} from "../pages/page_without_digits.ts";
import type { PictureReader } from "./picture_reader.ts";
import { sure } from "./targets.ts";

/** Measures the share of images without a digit on which one is read for sure.
 *
 * @param count how many of each kind
 * @param note tells which kind comes next
 */
export async function measureNonDigits(
  read: PictureReader,
  count: number,
  rng: Rng,
  note: (text: string) => void = printNote,
): Promise<Record<PageWithoutDigits, number>> {
  const shares = {} as Record<PageWithoutDigits, number>;
  for (const [k, kind] of kindsWithoutDigits.entries()) {
    note(`Images without digits: ${kind}`);
    let falsely = 0;
    for (let i = 0; i < count; i++) {
      const { digits } = await read(pageWithoutDigits(kind, rng.fork(k * count + i)));
      falsely += Number(digits.some(({ confidence }) => confidence >= sure));
    }
    shares[kind] = falsely / count;
  }
  return shares;
}
