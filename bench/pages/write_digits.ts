import { imageSide } from "@lib/image/digit_size.ts";
import { type InkImage, inkImage } from "@lib/image/ink_image.ts";
import { resample } from "@lib/image/resample.ts";

/** A digit written on a sheet. */
export interface WrittenDigit {
  /** `[784]`, an MNIST image. */
  readonly image: Uint8Array;
  /** Where its middle comes, in pixels. */
  readonly x: number;
  readonly y: number;
  /** The side of its 28×28 field, in pixels; the digit itself takes about 20/28 of it. */
  readonly size: number;
  /** In degrees, clockwise. */
  readonly angle?: number;
}

/** A sheet with digits on it. */
export interface WrittenSheet {
  readonly width: number;
  readonly height: number;
  readonly digits: readonly WrittenDigit[];
  /** Below 0.5 for a bolder pen, above for a finer one. */
  readonly threshold?: number;
}

/** Writes digits with a pen that leaves clear edges.
 *
 * @returns `[height × width]`: how far strokes cover each pixel, 0 to 1
 */
export function writeDigits(
  { width, height, digits, threshold = 0.5 }: WrittenSheet,
): Float32Array {
  const result = new Float32Array(width * height);
  for (const { image, x, y, size, angle = 0 } of digits) {
    const side = Math.round(size);
    const large = enlarge(image, side);
    const [cos, sin] = [Math.cos(radians(angle)), Math.sin(radians(angle))];
    const reach = Math.ceil(side * 0.72);
    // A steep threshold makes the edge of a pen out of MNIST's blurred one.
    const steepness = Math.max(0.6 * (side / 28), 0.5 / threshold);
    for (let row = Math.max(0, Math.round(y) - reach); row < Math.min(height, y + reach); row++) {
      for (let at = Math.max(0, Math.round(x) - reach); at < Math.min(width, x + reach); at++) {
        const [dx, dy] = [at - x, row - y];
        const level = sample(large, side / 2 + cos * dx + sin * dy, side / 2 - sin * dx + cos * dy);
        const cover = Math.min(1, Math.max(0, (level / 255 - threshold) * steepness + 0.5));
        const i = row * width + at;
        result[i] = Math.max(result[i], cover);
      }
    }
  }
  return result;
}

/** Makes the image larger; the steps between its pixels are smoothed away. */
function enlarge(image: Uint8Array, side: number): InkImage {
  const digit = inkImage(imageSide, imageSide, image);
  const twice = resample(digit, 2 * imageSide, 2 * imageSide);
  return resample(blurred(blurred(blurred(twice))), side, side);
}

function blurred({ width, height, pixels }: InkImage): InkImage {
  const result = pixels.map((_, i) => {
    let [sum, count] = [0, 0];
    for (const [dx, dy, weight] of [[0, 0, 2], [1, 0, 1], [-1, 0, 1], [0, 1, 1], [0, -1, 1]]) {
      const [x, y] = [i % width + dx, Math.floor(i / width) + dy];
      if (x < 0 || y < 0 || x >= width || y >= height) continue;
      sum += weight * pixels[y * width + x];
      count += weight;
    }
    return sum / count;
  });
  return inkImage(width, height, result);
}

function sample({ width, height, pixels }: InkImage, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) return 0;
  const i = top * width + left;
  const [right, down] = [x - left, y - top];
  const upper = pixels[i] * (1 - right) + pixels[i + 1] * right;
  const lower = pixels[i + width] * (1 - right) + pixels[i + width + 1] * right;
  return upper * (1 - down) + lower * down;
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
