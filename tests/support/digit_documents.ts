import { join } from "node:path";
import { rngFromSeed } from "@lib/base/rng.ts";
import { lightImage } from "@lib/image/light_image.ts";
import { tiffFile } from "./tiff_file.ts";
import { digits } from "./written_digits.ts";

/** Writes documents, each of whose pages is a written digit and no more; the sixth is broken.
 *
 * @param pages of each: from, to
 * @returns their paths, which have a space and a sign in them
 */
export async function writeDigitDocuments(
  folder: string,
  count: number,
  [from, to]: readonly [number, number],
): Promise<string[]> {
  const rng = rngFromSeed(95);
  const paths = Array.from({ length: count }, (_, i) => join(folder, `scan #${i}.tiff`));
  for (const [i, path] of paths.entries()) {
    const pages = Array.from(
      { length: from + rng.integer(to - from + 1) },
      () => ({ image: writtenDigit(rng.integer(200)) }),
    );
    await Deno.writeFile(path, i === 5 ? new Uint8Array([1, 2, 3]) : tiffFile(pages));
  }
  return paths;
}

function writtenDigit(i: number): ReturnType<typeof lightImage> {
  return lightImage(
    28,
    28,
    digits.images.slice(784 * i, 784 * (i + 1)).map((level) => 255 - level),
  );
}
