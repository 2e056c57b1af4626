import type { Rng } from "@lib/base/rng.ts";
import { printNote } from "@lib/commands/cli/print.ts";
import type { Dataset } from "@lib/download/dataset.ts";
import { readImage } from "@lib/predict/read_image.ts";
import type { LayersModel } from "@lib/backend/layers_model.ts";
import type { Difficulty } from "../pages/layout.ts";
import type { PageKind } from "../pages/written_page.ts";
import { difficulties, drawPages, pageKinds } from "./draw_pages.ts";
import type { Score } from "./score.ts";
import { sure } from "./targets.ts";

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
  for (const kind of pageKinds) {
    printNote(`Synthetic photographs: ${kind}`);
    shares[kind] = {} as Record<Difficulty, number>;
    for (const difficulty of difficulties) {
      let right = 0;
      for (const { image, text } of drawPages(data, kind, difficulty, count, rng)) {
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
