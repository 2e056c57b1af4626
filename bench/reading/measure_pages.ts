import type { Rng } from "@lib/base/rng.ts";
import type { JudgedReading } from "@lib/evaluate/risk_coverage.ts";
import { mean } from "@lib/base/statistics.ts";
import { printNote } from "@lib/commands/cli/print.ts";
import type { Dataset } from "@lib/download/dataset.ts";
import type { Difficulty } from "../pages/layout.ts";
import type { PageKind } from "../pages/written_page.ts";
import { difficulties, drawPages, pageKinds } from "./draw_pages.ts";
import type { ByReader, LoneReaders } from "./lone_readers.ts";
import type { PictureReader } from "./picture_reader.ts";

/** By what is on the photograph, and by difficulty. */
export type PageShares = Record<PageKind, Record<Difficulty, number>>;

/** By what is on the photograph, all difficulties together: shares of images. */
export type PageAblation = Record<Exclude<PageKind, "single">, ByReader>;

/** Measures the share of synthetic photographs whose whole text is read rightly, and how sure the reader is of
 * each; of those with lines, also the shares that each reader reads rightly alone.
 *
 * @param data whose digits are written
 * @param count how many of each kind and difficulty
 */
export async function measurePages(
  read: PictureReader,
  alone: LoneReaders,
  data: Dataset,
  count: number,
  rng: Rng,
): Promise<
  {
    readonly shares: PageShares;
    readonly judged: readonly JudgedReading[];
    readonly ablation: PageAblation;
  }
> {
  const shares = {} as PageShares;
  const ablation = {} as PageAblation;
  const judged: JudgedReading[] = [];
  for (const kind of pageKinds) {
    printNote(`Synthetic photographs: ${kind}`);
    let [cuts, line] = [0, 0];
    shares[kind] = {} as Record<Difficulty, number>;
    for (const difficulty of difficulties) {
      let right = 0;
      for (const { image, text } of drawPages(data, kind, difficulty, count, rng)) {
        const reading = await read(image, { single: kind === "single" });
        const isRight = reading.text === text;
        right += Number(isRight);
        judged.push({ confidence: reading.confidence, isRight });
        if (kind === "single") continue;
        cuts += Number(await alone.cuts(image) === text);
        line += Number(await alone.line(image) === text);
      }
      shares[kind][difficulty] = right / count;
    }
    if (kind === "single") continue;
    const images = count * difficulties.length;
    const both = mean(Object.values(shares[kind]));
    ablation[kind] = { cuts: cuts / images, line: line / images, both };
  }
  return { shares, judged, ablation };
}
