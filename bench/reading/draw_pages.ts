import type { Rng } from "@lib/base/rng.ts";
import type { Dataset } from "@lib/download/dataset.ts";
import type { Difficulty } from "../pages/layout.ts";
import { type PageKind, type WrittenPage, writtenPage } from "../pages/written_page.ts";

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

/** Draws the synthetic photographs of a kind and difficulty, one by one: the same for us and for others.
 *
 * @param data whose digits are written
 * @param count how many
 * @param rng of the photographs of all kinds and difficulties
 */
export function* drawPages(
  data: Dataset,
  kind: PageKind,
  difficulty: Difficulty,
  count: number,
  rng: Rng,
): Generator<WrittenPage> {
  const set = pageKinds.indexOf(kind) * difficulties.length + difficulties.indexOf(difficulty);
  for (let i = 0; i < count; i++) {
    yield writtenPage(data, kind, difficulty, rng.fork(set * count + i));
  }
}
