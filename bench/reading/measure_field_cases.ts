import type { Rng } from "@lib/base/rng.ts";
import { printNote } from "@lib/commands/cli/print.ts";
import type { Dataset } from "@lib/download/dataset.ts";
import { fieldCase, type FieldKind, fieldKinds } from "../pages/field_case.ts";
import { linesRight } from "./lines_right.ts";
import type { PictureReader } from "./picture_reader.ts";
import type { Score } from "./score.ts";
import { sure } from "./targets.ts";

/** Measures the share of lines that is read rightly on pictures of the kinds that come from the field, and
 * how many pictures are read rightly as a whole where the reader is sure of all of it.
 *
 * @param data whose digits are written
 * @param count how many pictures of each kind
 * @param note tells which kind comes next
 */
export async function measureFieldCases(
  read: PictureReader,
  data: Dataset,
  count: number,
  rng: Rng,
  note: (text: string) => void = printNote,
): Promise<{ readonly shares: Record<FieldKind, number>; readonly whenSure: Score }> {
  const shares = {} as Record<FieldKind, number>;
  const whenSure = { images: 0, right: 0 };
  for (const kind of fieldKinds) {
    note(`Pictures from the field: ${kind}`);
    let right = 0;
    for (let i = 0; i < count; i++) {
      const own = rng.stream(kind).fork(i);
      const { image, text, single = false } = fieldCase(kind, data, own);
      const reading = await read(image, { single });
      right += linesRight(text, reading.text);
      if (reading.confidence < sure) continue;
      whenSure.images++;
      whenSure.right += Number(reading.text === text);
    }
    shares[kind] = right / count;
  }
  return { shares, whenSure };
}
