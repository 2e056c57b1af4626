import { percent, thousands } from "../base/format.ts";
import { classCounts } from "../download/class_counts.ts";
import type { Dataset } from "../download/dataset.ts";
import { dataLimits } from "../download/limits.ts";
import { pixelsPerImage } from "../image/digit_size.ts";
import { ImageError } from "./decode/image_error.ts";
import { digitFromImage } from "./digit_from_image.ts";
import { listClassImages } from "./list_class_images.ts";
import { type PaperOfDigits, paperOfDigits } from "./paper_of_digits.ts";
import { sourceLimits } from "./source_limits.ts";

/** A data set of image files, and how it came about. */
export interface ReadImages {
  readonly dataset: Dataset;
  /** For display, each a part of a sentence: "dark on light, inverted". */
  readonly notes: readonly string[];
}

/** Reads a folder of images by class, in folders `0` to `9`.
 *
 * Images of 28 × 28 are taken as they are, bright on dark as MNIST's, or inverted where most of them are
 * dark on light; any others are brought to MNIST's size and place.
 *
 * @param folder its path
 * @param onProgress is called after each image
 * @throws {Error} if there are no images, too many, or some cannot be read; the message names the first. The same
 * if in many there is no ink; a few such are left out
 */
export async function readClassImages(
  folder: string,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<ReadImages> {
  const list = await listClassImages(folder);
  const { images: files } = list;
  checkCount(folder, files.length);
  const images = new Uint8Array(files.length * pixelsPerImage);
  const labels: number[] = [];
  const lights: Uint8Array[] = [];
  const blank: string[] = [];
  const faults: ImageError[] = [];
  for (const [i, { path, label }] of files.entries()) {
    try {
      const digit = await digitFromImage(path);
      if (digit === undefined) {
        blank.push(path);
      } else {
        const at = images.subarray(labels.length * pixelsPerImage).subarray(0, pixelsPerImage);
        at.set(digit.pixels);
        labels.push(label);
        if (digit.isLight) lights.push(at);
      }
    } catch (error) {
      if (!(error instanceof ImageError)) throw error;
      faults.push(error);
      if (faults.length === sourceLimits.mostFaults) break;
    }
    onProgress(i + 1, files.length);
  }
  refuseFaults(folder, faults, files.length);
  refuseBlank(folder, blank, files.length);
  const paper = paperOfDigits(lights);
  if (paper.isDarkOnLight) lights.forEach((at) => at.forEach((level, k) => at[k] = 255 - level));
  const size = labels.length;
  const kept = size < files.length ? images.slice(0, size * pixelsPerImage) : images;
  const dataset = { images: kept, labels: Uint8Array.from(labels), size };
  const notes = [
    ...notesOn(dataset, lights.length, paper),
    ...(blank.length > 0
      ? [`${thousands(blank.length)} without ink left out, the first ${blank[0]}`]
      : []),
    ...(list.others > 0 ? [`${thousands(list.others)} other files passed over`] : []),
  ];
  return { dataset, notes };
}

function checkCount(folder: string, count: number): void {
  const most = Math.floor(dataLimits.maxBytes / pixelsPerImage);
  if (count > 0 && count <= most) return;
  throw new Error(
    `Cannot load images from "${folder}": found ${
      thousands(count)
    } images in its folders 0 to 9, ` +
      `wanted 1 to ${thousands(most)} of PNG, JPEG or the like`,
  );
}

function refuseFaults(folder: string, faults: readonly ImageError[], total: number): void {
  if (faults.length === 0) return;
  const isAll = faults.length < sourceLimits.mostFaults;
  throw new Error(
    `Cannot load images from "${folder}": found ${isAll ? "" : "at least "}${faults.length} of ` +
      `${thousands(total)} that cannot be taken, the first: ${faults[0].message}; ` +
      "replace or remove them",
    { cause: faults[0] },
  );
}

function refuseBlank(folder: string, blank: readonly string[], total: number): void {
  if (blank.length <= sourceLimits.mostBlank * total) return;
  throw new Error(
    `Cannot load images from "${folder}": found no ink in ${thousands(blank.length)} of ` +
      `${thousands(total)}, wanted digits; the first is ${blank[0]}; remove them, or leave more ` +
      "paper around the digits",
  );
}

function notesOn(
  { labels, size }: Dataset,
  asTheyAre: number,
  { isDarkOnLight, odd }: PaperOfDigits,
): string[] {
  const notes = [`${thousands(size)} images by class`];
  if (asTheyAre > 0) {
    const way = isDarkOnLight ? "dark on light, inverted" : "bright on dark, taken as they are";
    notes.push(`${asTheyAre === size ? "" : `${thousands(asTheyAre)} of `}28 × 28 ${way}`);
  }
  if (asTheyAre < size) notes.push(`${thousands(size - asTheyAre)} brought to 28 × 28`);
  if (odd > sourceLimits.mostOdd * asTheyAre) {
    notes.push(`but ${percent(odd / asTheyAre)} of 28 × 28 look the other way round`);
  }
  const missing = classCounts(labels).flatMap((count, digit) => count === 0 ? [digit] : []);
  if (missing.length > 0) notes.push(`none of ${missing.join(", ")}`);
  return notes;
}
