import type { Rng } from "@lib/base/rng.ts";
import type { JudgedReading } from "@lib/evaluate/risk_coverage.ts";
import { printNote } from "@lib/commands/cli/print.ts";
import type { Dataset } from "@lib/download/dataset.ts";
import { fieldCase, type FieldKind, fieldKinds } from "../pages/field_case.ts";
import { linesRight } from "./lines_right.ts";
import type { PictureReader } from "./picture_reader.ts";

/** Measures the share of lines that is read rightly on pictures of the kinds that come from the field, and
 * for each picture how sure the reader is of all of it, and whether that is right.
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
): Promise<
  { readonly shares: Record<FieldKind, number>; readonly judged: readonly JudgedReading[] }
> {
  const shares = {} as Record<FieldKind, number>;
  const judged: JudgedReading[] = [];
  for (const kind of fieldKinds) {
    note(`Pictures from the field: ${kind}`);
    let right = 0;
    for (let i = 0; i < count; i++) {
      const own = rng.stream(kind).fork(i);
      const { image, text, single = false } = fieldCase(kind, data, own);
      const reading = await read(image, { single });
      right += linesRight(text, reading.text);
      judged.push({ confidence: reading.confidence, isRight: reading.text === text });
    }
    shares[kind] = right / count;
  }
  return { shares, judged };
}
