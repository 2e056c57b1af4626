import type { Rng } from "@lib/base/rng.ts";
import { median } from "@lib/base/statistics.ts";
import type { Dataset } from "@lib/download/dataset.ts";
import { lightImage } from "@lib/image/light_image.ts";
import { writtenPage } from "../pages/written_page.ts";
import type { PictureReader } from "./picture_reader.ts";

/** The height of a page, in lines, and how often it is timed. */
const [pageLines, pageRounds] = [16, 5];

/** Times the reading of a sheet of 2,000 × 3,000 pixels, from its light to its text.
 *
 * @param data whose digits are written
 * @returns the median
 */
export async function timePage(
  read: PictureReader,
  data: Dataset,
  rng: Rng,
): Promise<{ readonly digits: number; readonly seconds: number }> {
  const [width, height] = [2000, 3000];
  const pixels = new Uint8Array(width * height).fill(238);
  for (let i = 0; i < pageLines; i++) {
    const { image } = writtenPage(data, "line", "scan", rng.fork(i));
    const top = 60 + i * 180;
    for (let y = 0; y < Math.min(image.height, 178); y++) {
      const row = image.pixels.subarray(y * image.width, (y + 1) * image.width);
      pixels.set(row.subarray(0, width - 100), (top + y) * width + 100);
    }
  }
  const seconds: number[] = [];
  let digits = 0;
  for (let round = 0; round < pageRounds; round++) {
    const start = performance.now();
    digits = (await read(lightImage(width, height, pixels))).digits.length;
    seconds.push((performance.now() - start) / 1000);
  }
  return { digits, seconds: Number(median(seconds).toFixed(2)) };
}
