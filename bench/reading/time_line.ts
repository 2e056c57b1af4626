import type { Rng } from "@lib/base/rng.ts";
import { median } from "@lib/base/statistics.ts";
import type { Dataset } from "@lib/download/dataset.ts";
import { writtenPage } from "../pages/written_page.ts";
import type { PictureReader } from "./picture_reader.ts";

/** Digits of the lines, how many lines are timed, and how often each. */
const [digits, lines, rounds] = [8, 12, 5];

/** Times the reading of a scanned line of eight digits, from its light to its text.
 *
 * @param data whose digits are written
 * @returns the median over lines of the fastest round of each, in milliseconds
 */
export async function timeLine(read: PictureReader, data: Dataset, rng: Rng): Promise<number> {
  const times: number[] = [];
  for (let i = 0; times.length < lines; i++) {
    const { image, text } = writtenPage(data, "line", "scan", rng.fork(i));
    if (text.length !== digits) continue;
    await read(image); // what is compiled once is no part of it
    let fastest = Infinity;
    for (let round = 0; round < rounds; round++) {
      const start = performance.now();
      await read(image);
      fastest = Math.min(fastest, performance.now() - start);
    }
    times.push(fastest);
  }
  return Number(median(times).toFixed(1));
}
