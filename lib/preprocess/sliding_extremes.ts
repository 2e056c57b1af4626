import type { GreyImage } from "./grey_image.ts";

/** The highest or lowest level in the square around each pixel, as far as it lies in the image: a
 * grey dilation or erosion, by the queue of Lemire, 2006 (https://arxiv.org/abs/cs/0610046), in a
 * time that does not depend on the square.
 *
 * @param radius pixels to each side
 * @param kind which extreme
 */
export function slidingExtremes(
  image: GreyImage,
  radius: number,
  kind: "highest" | "lowest",
): GreyImage {
  const { width, height } = image;
  const sign = kind === "highest" ? 1 : -1;
  const pixels = new Uint8Array(image.pixels.length);
  const queue = new Int32Array(Math.max(width, height));
  for (let y = 0; y < height; y++) {
    slide(image.pixels, pixels, { start: y * width, step: 1, length: width }, radius, sign, queue);
  }
  const rows = pixels.slice();
  for (let x = 0; x < width; x++) {
    slide(rows, pixels, { start: x, step: width, length: height }, radius, sign, queue);
  }
  return { width, height, pixels };
}

/** Where the pixels of a row or a column lie. */
interface Line {
  readonly start: number;
  readonly step: number;
  readonly length: number;
}

function slide(
  from: Uint8Array,
  to: Uint8Array,
  { start, step, length }: Line,
  radius: number,
  sign: number,
  queue: Int32Array,
): void {
  let [head, tail] = [0, 0];
  for (let i = 0; i < length + radius; i++) {
    if (i < length) {
      const level = sign * from[start + i * step];
      while (tail > head && sign * from[start + queue[tail - 1] * step] <= level) tail--;
      queue[tail++] = i;
    }
    const at = i - radius;
    if (at < 0) continue;
    while (queue[head] < at - radius) head++;
    to[start + at * step] = from[start + queue[head] * step];
  }
}
