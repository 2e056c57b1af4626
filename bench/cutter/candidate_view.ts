import type { BoxedInk } from "@lib/image/boxed_ink.ts";
import { imageSide, pixelsPerImage } from "@lib/image/digit_size.ts";
import { type InkImage, inkImage } from "@lib/image/ink_image.ts";
import { resample } from "@lib/image/resample.ts";
import { normaliseDigit } from "@lib/preprocess/ink/normalise_digit.ts";

/** Bytes of a view: two for each pixel. */
export const bytesPerView = 2 * pixelsPerImage;

/** What the cutter sees of a candidate: the candidate as `normaliseDigit` makes it, and in the same frame, at the
 * same size, the ink of the line around it.
 *
 * @param line all its ink, the candidate's too
 * @returns `[28 × 28 × 2]`, pixel by pixel the candidate's level and that of its neighbours, 0 to 255
 */
export function candidateView(candidate: BoxedInk, line: BoxedInk): Uint8Array {
  const own = normaliseDigit(candidate.ink);
  const beside = neighbours(candidate, line, own);
  const view = new Uint8Array(bytesPerView);
  for (let i = 0; i < pixelsPerImage; i++) {
    view[2 * i] = own[i];
    view[2 * i + 1] = beside.pixels[i];
  }
  return view;
}

function neighbours(candidate: BoxedInk, line: BoxedInk, own: Uint8Array): InkImage {
  const { box, ink } = candidate;
  const [before, after] = [moments(ink), moments(inkImage(imageSide, imageSide, own))];
  const scale = before.spread > 0
    ? after.spread / before.spread
    : 20 / Math.max(box.width, box.height);
  // The window that the image shows; its pixels and those of the line have the edges in common.
  const side = Math.max(1, Math.round(imageSide / scale));
  const left = Math.round(box.x + before.x - after.x / scale);
  const top = Math.round(box.y + before.y - after.y / scale);
  const window = inkImage(side, side);
  for (let y = 0; y < side; y++) {
    const row = top + y - line.box.y;
    if (row < 0 || row >= line.box.height) continue;
    for (let x = 0; x < side; x++) {
      const column = left + x - line.box.x;
      if (column < 0 || column >= line.box.width) continue;
      if (levelAt(candidate, left + x, top + y) > 0) continue;
      window.pixels[y * side + x] = line.ink.pixels[row * line.box.width + column];
    }
  }
  return resample(window, imageSide, imageSide);
}

function levelAt({ box, ink }: BoxedInk, x: number, y: number): number {
  const [column, row] = [x - box.x, y - box.y];
  const isInside = column >= 0 && row >= 0 && column < box.width && row < box.height;
  return isInside ? ink.pixels[row * box.width + column] : 0;
}

/** Where the middle of the ink is, from the left upper corner, and how far it spreads around it, in pixels. By them
 * an image is found again in a larger one, whatever became of its edges. */
function moments({ width, height, pixels }: InkImage): {
  readonly x: number;
  readonly y: number;
  readonly spread: number;
} {
  let [mass, sumX, sumY, squares] = [0, 0, 0, 0];
  for (let row = 0, i = 0; row < height; row++) {
    for (let column = 0; column < width; column++, i++) {
      const [x, y] = [column + 0.5, row + 0.5];
      mass += pixels[i];
      sumX += pixels[i] * x;
      sumY += pixels[i] * y;
      squares += pixels[i] * (x * x + y * y);
    }
  }
  const [x, y] = [sumX / mass, sumY / mass];
  return { x, y, spread: Math.sqrt(Math.max(0, squares / mass - x * x - y * y)) };
}
