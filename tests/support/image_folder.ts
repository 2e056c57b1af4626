import { dirname, join } from "node:path";
import sharp from "sharp";
import { type Dataset, imageAt } from "@lib/download/dataset.ts";

/** How {@link writeImageFolder} writes. */
export interface ImageStyle {
  /** What the names end with. JPEG changes pixels a little. */
  readonly format: "png" | "jpg" | "tiff";
  readonly isDarkOnLight: boolean;
  /** As a camera or a program for drawing writes: three channels, all the same. */
  readonly isRgb: boolean;
  /** Columns and rows of the files; the digit is stretched to them. */
  readonly side: number;
}

/** Writes the images of a data set into folders `0` to `9`, the first one of each class as `0.png`, the
 * next one as `1.png`, and so on.
 *
 * @returns the paths, in the order of the data set
 */
export async function writeImageFolder(
  folder: string,
  dataset: Dataset,
  { format = "png", isDarkOnLight = false, isRgb = false, side = 28 }: Partial<ImageStyle> = {},
): Promise<string[]> {
  const counts = new Array<number>(10).fill(0);
  const paths: string[] = [];
  for (let i = 0; i < dataset.size; i++) {
    const label = dataset.labels[i];
    const path = join(folder, String(label), `${counts[label]++}.${format}`);
    await Deno.mkdir(dirname(path), { recursive: true });
    const levels = imageAt(dataset, i).map((ink) => isDarkOnLight ? 255 - ink : ink);
    const pixels = isRgb
      ? Uint8Array.from({ length: 3 * 784 }, (_, k) => levels[Math.floor(k / 3)])
      : levels;
    const raw = { width: 28, height: 28, channels: isRgb ? 3 as const : 1 as const };
    const image = sharp(pixels, { raw });
    const sized = side === 28 ? image : image.resize(side, side);
    await (format === "tiff" ? sized.tiff({ compression: "lzw" }) : sized).toFile(path);
    paths.push(path);
  }
  return paths;
}

/** Images in the order in which folders of classes are read: by class. */
export function byClass({ images, labels, size }: Dataset): Dataset {
  const order = [...labels.keys()].sort((a, b) => labels[a] - labels[b] || a - b);
  const sorted = new Uint8Array(images.length);
  order.forEach((from, to) => {
    sorted.set(images.subarray(from * 784, (from + 1) * 784), to * 784);
  });
  return { images: sorted, labels: labels.slice().sort(), size };
}
