import { imageSide, pixelsPerImage } from "../image/digit_size.ts";

/** Which way round some images of digits are. */
export interface PaperOfDigits {
  /** Whether the digits are darker than their paper, as with a pen; MNIST's are brighter. */
  readonly isDarkOnLight: boolean;
  /** How many look the other way round, 0 to half of them. */
  readonly odd: number;
}

/** Tells which way round images of digits of 28 × 28 are, all of them together. There is less ink along
 * the border than further inside: where the border is brighter than the whole, paper is bright. One
 * tightly cut digit may mislead, so most of the images decide.
 *
 * @param images the pixels of each, `[784]`
 */
export function paperOfDigits(images: readonly Uint8Array[]): PaperOfDigits {
  let [bright, dark] = [0, 0];
  for (const pixels of images) {
    const difference = mean(pixels, isBorder) - mean(pixels, () => true);
    if (difference > 0) bright++;
    if (difference < 0) dark++;
  }
  return { isDarkOnLight: bright > dark, odd: Math.min(bright, dark) };
}

function isBorder(i: number): boolean {
  const [x, y] = [i % imageSide, Math.floor(i / imageSide)];
  return x === 0 || y === 0 || x === imageSide - 1 || y === imageSide - 1;
}

function mean(pixels: Uint8Array, isCounted: (i: number) => boolean): number {
  let [sum, count] = [0, 0];
  for (let i = 0; i < pixelsPerImage; i++) {
    if (!isCounted(i)) continue;
    sum += pixels[i];
    count++;
  }
  return sum / count;
}
