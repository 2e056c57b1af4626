import type { GreyImage } from "./image.ts";

/** The highest or lowest level in the square around each pixel, as far as it lies in the image: a
 * grey dilation or erosion. The stretch that each pixel has seen doubles again and again, first along
 * the rows, then along the columns (as in Pitas, 1989, Fast Algorithms for Running Ordering and
 * Max/Min Calculation).
 *
 * @param radius pixels to each side
 * @param kind which extreme
 */
export function slidingExtremes(
  image: GreyImage,
  radius: number,
  kind: "highest" | "lowest",
): GreyImage {
  const { width, height, pixels } = image;
  const mirror = kind === "highest" ? 0 : 255; // the lowest is the highest of the negative
  const columns = width + 2 * radius;
  const levels = new Uint8Array(columns * (height + 2 * radius)); // beyond the edge nothing is high
  for (let y = 0; y < height; y++) {
    const start = (y + radius) * columns + radius;
    for (let x = 0; x < width; x++) levels[start + x] = pixels[y * width + x] ^ mirror;
  }
  raise(levels, 1, 2 * radius + 1);
  raise(levels, columns, 2 * radius + 1);
  const extremes = new Uint8Array(pixels.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) extremes[y * width + x] = levels[y * columns + x] ^ mirror;
  }
  return { width, height, pixels: extremes };
}

/** Sets each level to the highest of `length` of them, from itself on, `step` apart. */
function raise(levels: Uint8Array, step: number, length: number): void {
  for (let seen = 1; seen < length;) {
    const more = Math.min(seen, length - seen);
    const away = more * step;
    for (let i = 0; i + away < levels.length; i++) {
      const other = levels[i + away];
      if (other > levels[i]) levels[i] = other;
    }
    seen += more;
  }
}
