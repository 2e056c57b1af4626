import type { LayersModel } from "@lib/backend/layers_model.ts";
import type { Rng } from "@lib/base/rng.ts";
import { printNote } from "@lib/commands/cli/print.ts";
import type { Dataset } from "@lib/download/dataset.ts";
import type { LightImage } from "@lib/image/light_image.ts";
import { cutLines } from "@lib/predict/cut_lines.ts";
import { weighLines } from "@lib/predict/weighing/weigh_lines.ts";
import type { WeighedReading } from "@lib/predict/weighing/weigh_readings.ts";
import { findWriting } from "@lib/preprocess/writing/find_writing.ts";
import { fieldCase, fieldKinds } from "../pages/field_case.ts";
import { writtenPage } from "../pages/written_page.ts";
import { difficulties } from "../reading/draw_pages.ts";

/** A line of which it is known what it says. */
export interface WeighedLine {
  /** The kind of its picture. */
  readonly kind: string;
  /** What both readers take it for. */
  readonly readings: readonly WeighedReading[];
  /** Its digits. */
  readonly text: string;
}

/** Kinds of photographs whose lines are weighed; the boxes of a form are not. */
const kinds = ["line", "touching", "lines", "cheque"] as const;

/** Pictures from the field whose lines are weighed: not those that are turned first. */
const fields = fieldKinds.filter((kind) => kind !== "turned");

/** Draws photographs and pictures from the field, and asks both readers what their lines may say. Pictures on
 * which another number of lines is found than was written are left out: which is which is not known.
 *
 * @param data whose digits are written
 * @param count how many of each kind and difficulty
 */
export async function weighedLines(
  models: { readonly model: LayersModel; readonly lineReader: LayersModel },
  data: Dataset,
  count: number,
  rng: Rng,
): Promise<WeighedLine[]> {
  const found: WeighedLine[] = [];
  const add = async (kind: string, image: LightImage, text: string): Promise<void> => {
    const { lines, height } = await cutLines(models.model, findWriting(image));
    const weighed = await weighLines(lines, height, models);
    const known = weighed.filter((readings) => readings !== undefined);
    const texts = text.split("\n");
    if (known.length !== texts.length) return;
    known.forEach((readings, i) => found.push({ kind, readings, text: texts[i] }));
  };
  for (const kind of kinds) {
    printNote(`Lines of synthetic photographs: ${kind}`);
    for (const difficulty of difficulties) {
      for (let i = 0; i < count; i++) {
        const own = rng.stream(kind).stream(difficulty).fork(i);
        const { image, text } = writtenPage(data, kind, difficulty, own);
        await add(kind, image, text);
      }
    }
  }
  for (const kind of fields) {
    printNote(`Lines of pictures from the field: ${kind}`);
    for (let i = 0; i < count; i++) {
      const { image, text } = fieldCase(kind, data, rng.stream(kind).fork(i));
      await add("field", image, text);
    }
  }
  return found;
}
