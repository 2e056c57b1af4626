import type { Rng } from "@lib/base/rng.ts";
import { type Dataset, imageAt } from "@lib/download/dataset.ts";
import { imageSide } from "@lib/image/digit_size.ts";
import type { Rule } from "./photograph.ts";
import type { WrittenDigit } from "./write_digits.ts";

/** How hard a synthetic photograph is to read. */
export type Difficulty = "scan" | "photo" | "hard";

/** Places for digits, and what is printed around them. Lengths are pixels. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly digits: readonly WrittenDigit[];
  readonly rules: readonly Rule[];
  /** The digits; lines are parted by `\n`. */
  readonly text: string;
}

/** How large digits are written, and how far apart their rows are, in pixels. */
export interface RowSizes {
  /** Side of the 28 × 28 field of a digit. */
  readonly size: number;
  /** From row to row. */
  readonly pitch: number;
  /** How many rows there are. */
  readonly rows: number;
}

/** How large digits are written, as the side of their 28 × 28 field in pixels. */
const sizes: Readonly<Record<Difficulty, readonly [least: number, most: number]>> = {
  scan: [44, 70],
  photo: [60, 130],
  hard: [40, 110],
};

/** Draws the sizes of a page's rows.
 *
 * @param rows from how many to how many there may be
 */
export function drawRowSizes(
  difficulty: Difficulty,
  [least, most]: readonly [least: number, most: number],
  rng: Rng,
): RowSizes {
  const size = rng.between(...sizes[difficulty]);
  const pitch = size * rng.between(1.15, 1.5);
  return { size, pitch, rows: least === most ? least : least + rng.integer(most - least + 1) };
}

/** The height of a page with such rows, in pixels. */
export function pageHeight({ size, pitch, rows }: RowSizes): number {
  return Math.round(size * 1.9 + (rows - 1) * pitch);
}

/** A digit before it has its place in a row. */
export interface DrawnDigit {
  readonly image: Uint8Array;
  readonly label: number;
  /** Side of its field, in pixels. */
  readonly size: number;
  /** From where to where its strokes reach, in pixels to the right of the middle of its field. */
  readonly reach: readonly [left: number, right: number];
}

/** Draws any digit of a data set, a little larger or smaller than the others of its row.
 *
 * @param size of the row, in pixels
 */
export function drawAnyDigit(dataset: Dataset, size: number, rng: Rng): DrawnDigit {
  const index = rng.integer(dataset.size);
  const own = size * rng.between(0.9, 1.1);
  const image = imageAt(dataset, index);
  return { image, label: dataset.labels[index], size: own, reach: inkReach(image, own) };
}

function inkReach(image: Uint8Array, size: number): [left: number, right: number] {
  let [first, last] = [imageSide, 0];
  image.forEach((level, i) => {
    if (level < 100) return;
    first = Math.min(first, i % imageSide);
    last = Math.max(last, i % imageSide);
  });
  const reach = (column: number): number => ((column - imageSide / 2) / imageSide) * size;
  return [reach(first), reach(last + 1)];
}
