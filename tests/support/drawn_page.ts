import type { Rng } from "@lib/base/rng.ts";
import { imageAt } from "@lib/download/dataset.ts";
import { connectedComponents } from "@lib/image/connected_components.ts";
import { drawLine } from "@lib/image/draw_line.ts";
import { type InkImage, inkImage } from "@lib/image/ink_image.ts";
import { isolate } from "@lib/image/isolate.ts";
import { type LightImage, lightImage } from "@lib/image/light_image.ts";
import { resample } from "@lib/image/resample.ts";
import { digits } from "./written_digits.ts";

/** A written digit of some height without a margin, all of one piece.
 *
 * @param label which one; any one if it is not given */
export function writtenDigit(rng: Rng, height: number, label?: number): InkImage {
  for (;;) {
    const index = rng.integer(digits.size);
    if (label !== undefined && digits.labels[index] !== label) continue;
    const whole = largestPiece(inkImage(28, 28, imageAt(digits, index)));
    const width = Math.max(3, Math.round(whole.width * height / whole.height));
    const digit = largestPiece(resample(whole, width, height));
    // Some of MNIST's strokes are so faint in places that they fall apart.
    if (connectedComponents(digit, 64).components.length === 1) return digit;
  }
}

function largestPiece(ink: InkImage): InkImage {
  const all = connectedComponents(ink);
  const largest = all.components.reduce((one, other) => one.mass > other.mass ? one : other);
  return isolate(ink, all, [largest], largest);
}

/** Puts a piece of ink on a page; what lies beyond its edges is cut off. */
export function put(page: InkImage, piece: InkImage, x: number, y: number): void {
  piece.pixels.forEach((level, i) => {
    const [column, row] = [x + i % piece.width, y + Math.floor(i / piece.width)];
    if (column < 0 || row < 0 || column >= page.width || row >= page.height) return;
    const at = row * page.width + column;
    page.pixels[at] = Math.max(page.pixels[at], level);
  });
}

/** Fills a box with ink of a level. */
export function fill(
  page: InkImage,
  [x, y]: readonly [x: number, y: number],
  [width, height]: readonly [width: number, height: number],
  level = 255,
): void {
  put(page, inkImage(width, height, new Uint8Array(width * height).fill(level)), x, y);
}

/** Both in one, the stronger ink of each pixel. */
export function together(...sheets: readonly InkImage[]): InkImage {
  const page = inkImage(sheets[0].width, sheets[0].height);
  for (const sheet of sheets) put(page, sheet, 0, 0);
  return page;
}

/** The share of some writing's ink that is left, and how much other ink there is in comparison; 1 and 0
 * where nothing was lost or added. */
export function comparison(
  writing: InkImage,
  { pixels }: InkImage,
): { readonly kept: number; readonly added: number } {
  let [own, kept, added] = [0, 0, 0];
  writing.pixels.forEach((level, i) => {
    if (level > 127) own++;
    if (level > 127 && pixels[i] > 127) kept++;
    if (level < 30 && pixels[i] > 127) added++;
  });
  return { kept: kept / own, added: added / own };
}

/** Ink on paper, darker or brighter than it, with the noise of a camera.
 *
 * @param level of the ink
 * @param paper its level */
export function photographOf(
  { width, height, pixels }: InkImage,
  { level, paper, noise = 0 }: {
    readonly level: number;
    readonly paper: number;
    readonly noise?: number;
  },
  rng: Rng,
): LightImage {
  const light = Uint8ClampedArray.from(pixels, (ink) => {
    return paper + (level - paper) * ink / 255 + (noise === 0 ? 0 : noise * rng.normal());
  });
  return lightImage(width, height, new Uint8Array(light.buffer));
}

/** Two inks on one paper, as {@link photographOf} one.
 *
 * @param levels of the first and of the second ink; where both are, the darker one shows */
export function photographOfTwo(
  [one, other]: readonly InkImage[],
  levels: readonly [number, number],
  { paper, noise = 0 }: { readonly paper: number; readonly noise?: number },
  rng: Rng,
): LightImage {
  const [first, second] = [one, other].map((ink, k) => {
    return photographOf(ink, { level: levels[k], paper }, rng).pixels;
  });
  const light = Uint8ClampedArray.from(first, (level, i) => {
    return Math.min(level, second[i]) + (noise === 0 ? 0 : noise * rng.normal());
  });
  return lightImage(one.width, one.height, new Uint8Array(light.buffer));
}

type Point = readonly [x: number, y: number];

/** Digits as they are written of straight strokes, from 0 to 1 in both directions. */
const straight: Readonly<Record<number, readonly (readonly Point[])[]>> = {
  0: [[[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]],
  1: [[[0.5, 0], [0.5, 1]]],
  4: [[[0.1, 0], [0, 0.6], [1, 0.6]], [[0.8, 0], [0.8, 1]]],
  6: [[[0, 0], [0, 1], [1, 1], [1, 0.5], [0, 0.5]]],
  7: [[[0, 0], [1, 0], [0.7, 1]]],
  9: [[[1, 0.5], [0, 0.5], [0, 0], [1, 0], [1, 1]]],
};

/** The digits that may be drawn of straight strokes. */
export const straightDigits: readonly number[] = Object.keys(straight).map(Number);

/** A digit of straight strokes that fills its picture but for a margin.
 *
 * @param stroke its width, in pixels */
export function straightDigit(
  label: number,
  { width, height, stroke, margin }: {
    readonly width: number;
    readonly height: number;
    readonly stroke: number;
    readonly margin: number;
  },
): InkImage {
  const picture = inkImage(width, height);
  const off = margin + stroke / 2;
  const place = ([x, y]: Point): Point => {
    return [off + x * (width - 1 - 2 * off), off + y * (height - 1 - 2 * off)];
  };
  for (const line of straight[label]) {
    for (let k = 1; k < line.length; k++) {
      drawLine(picture, place(line[k - 1]), place(line[k]), stroke);
    }
  }
  return picture;
}
