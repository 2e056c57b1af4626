import type { Rng } from "@lib/base/rng.ts";
import { printNote } from "@lib/commands/cli/print.ts";
import type { Dataset } from "@lib/download/dataset.ts";
import { readImage } from "@lib/predict/read_image.ts";
import type { LayersModel } from "@lib/backend/layers_model.ts";
import type { Difficulty } from "../pages/layout.ts";
import { type PageKind, writtenPage } from "../pages/written_page.ts";
import type { Score } from "./score.ts";
import { sure } from "./targets.ts";

/** What is written on the photographs, in the order of the table. */
export const pageKinds: readonly PageKind[] = [
  "single",
  "line",
  "touching",
  "lines",
  "form",
  "cheque",
];

/** From the easiest to the hardest. */
export const difficulties: readonly Difficulty[] = ["scan", "photo", "hard"];

/** By what is on the photograph, and by difficulty. */
export type PageShares = Record<PageKind, Record<Difficulty, number>>;

/** Measures the share of synthetic photographs whose whole text is read rightly, and how many are where the
 * reader is sure of all of it.
 *
 * @param data whose digits are written
 * @param count how many of each kind and difficulty
 */
export async function measurePages(
  model: LayersModel,
  data: Dataset,
  count: number,
  rng: Rng,
): Promise<{ readonly shares: PageShares; readonly whenSure: Score }> {
  const shares = {} as PageShares;
  const whenSure = { images: 0, right: 0 };
  for (const [k, kind] of pageKinds.entries()) {
    printNote(`Synthetic photographs: ${kind}`);
    shares[kind] = {} as Record<Difficulty, number>;
    for (const [d, difficulty] of difficulties.entries()) {
      let right = 0;
      for (let i = 0; i < count; i++) {
        const own = rng.fork((k * difficulties.length + d) * count + i);
        const { image, text } = writtenPage(data, kind, difficulty, own);
        const reading = await readImage(model, image, { single: kind === "single" });
        const isRight = Number(reading.text === text);
        right += isRight;
        if (reading.confidence < sure) continue;
        whenSure.images++;
        whenSure.right += isRight;
      }
      shares[kind][difficulty] = right / count;
    }
  }
  return { shares, whenSure };
}
