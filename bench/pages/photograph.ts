import type { Rng } from "@lib/base/rng.ts";
import { imageSide } from "@lib/image/digit_size.ts";
import { resample } from "@lib/image/resample.ts";
import { type InkImage, inkImage } from "@lib/image/ink_image.ts";

type Colour = readonly [red: number, green: number, blue: number];

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

/** What is photographed, and how. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly digits: readonly WrittenDigit[];
  /** Colour of the sheet or board, 0 to 255. */
  readonly paper: Colour;
  readonly ink: Colour;
  /** How much darker the darkest corner is than the brightest, 0 to 1. */
  readonly shade?: number;
  /** Where the light comes from, in degrees. */
  readonly lightFrom?: number;
  /** Deviation of the paper's texture, in levels. */
  readonly texture?: number;
  /** How unevenly the ink covers, 0 (marker) to 1 (pencil, chalk). */
  readonly grain?: number;
  /** Distance of printed lines, in pixels; both ways for squared paper. */
  readonly squares?: number;
  /** Below 0.5 for a bolder pen, above for a finer one. */
  readonly threshold?: number;
  /** Printed lines and the sides of boxes. */
  readonly rules?: readonly Rule[];
  /** How dark printed lines are, 0 to 1; squares are always faint. */
  readonly print?: number;
  /** How dark a security pattern of fine waves is, 0 to 1. */
  readonly guilloche?: number;
  /** How much darker the shadow of something beside the sheet makes a part of it, 0 to 1. */
  readonly shadow?: number;
  /** How far the edge of that shadow is blurred, in pixels. */
  readonly shadowEdge?: number;
}

/** A printed straight line. */
export interface Rule {
  readonly from: readonly [x: number, y: number];
  readonly to: readonly [x: number, y: number];
  readonly thickness: number;
}

/** A synthetic photograph of handwriting.
 *
 * @returns `[height × width × 3]` and how much ink lies where, for a transparent sheet
 */
export function photograph(scene: Scene, rng: Rng): { rgb: Uint8Array; ink: InkImage } {
  const { width, height, shade = 0, lightFrom = 30, texture = 0, grain = 0, squares } = scene;
  const [forFine, forCoarse, forGrain] = [0, 1, 2].map((i) => rng.fork(i));
  const fine = noise(width, height, 1.3, forFine);
  const coarse = noise(width, height, Math.min(width, height) / 3, forCoarse);
  const grains = noise(width, height, 2.2, forGrain);
  const strokes = write(scene);
  const printed = print(scene);
  const { shadow = 0, shadowEdge = 12 } = scene;
  const [shadowX, shadowY] = [Math.cos(radians(lightFrom + 40)), Math.sin(radians(lightFrom + 40))];
  const ink = new Uint8Array(width * height);
  const rgb = new Uint8ClampedArray(width * height * 3);
  const [lightX, lightY] = [Math.cos(radians(lightFrom)), Math.sin(radians(lightFrom))];
  for (let i = 0; i < ink.length; i++) {
    const [x, y] = [i % width, Math.floor(i / width)];
    const across = (x / width - 0.5) * lightX + (y / height - 0.5) * lightY;
    const fromMiddle = ((x / width - 0.5) ** 2 + (y / height - 0.5) ** 2) * 0.5;
    const fromShadow = (x - width * 0.55) * shadowX + (y - height * 0.5) * shadowY;
    const inShadow = shadow / (1 + Math.exp(-fromShadow / shadowEdge));
    const light = (1 - shade * (0.5 - across * 0.8 + fromMiddle + coarse[i] * 0.06)) *
      (1 - inShadow);
    const cover = strokes[i] * Math.min(1, Math.max(0, 1 - grain * (0.35 + 0.55 * grains[i])));
    const isPrinted = squares !== undefined && (x % squares < 1.5 || y % squares < 1.5);
    ink[i] = cover * 255;
    for (let channel = 0; channel < 3; channel++) {
      const lines = isPrinted ? [0.9, 0.94, 0.98][channel] : 1;
      const bare = scene.paper[channel] * lines * (1 - printed[i]);
      const sheet = bare + texture * (fine[i] + 0.6 * coarse[i]);
      rgb[3 * i + channel] = light * (sheet * (1 - cover) + scene.ink[channel] * cover);
    }
  }
  return { rgb: new Uint8Array(rgb.buffer), ink: inkImage(width, height, ink) };
}

/** How much darker than the paper each pixel is printed, 0 to 1. */
function print({ width, height, rules = [], print = 0.6, guilloche = 0 }: Scene): Float32Array {
  const result = new Float32Array(width * height);
  if (guilloche > 0) {
    for (let i = 0; i < result.length; i++) {
      const [x, y] = [i % width, Math.floor(i / width)];
      for (const side of [1, -1]) {
        const wave = y + 0.25 * side * x + 6 * Math.sin(x / 17 + side) + 4 * Math.sin(x / 41);
        const off = Math.abs(wave - 9 * Math.round(wave / 9));
        result[i] = Math.max(result[i], guilloche * Math.max(0, 1 - off / 1.2));
      }
    }
  }
  for (const { from, to, thickness } of rules) {
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
    const [alongX, alongY] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
    const reach = thickness / 2 + 1;
    const [left, right] = [Math.min(from[0], to[0]) - reach, Math.max(from[0], to[0]) + reach];
    const [top, bottom] = [Math.min(from[1], to[1]) - reach, Math.max(from[1], to[1]) + reach];
    for (let y = Math.max(0, Math.floor(top)); y < Math.min(height, bottom); y++) {
      for (let x = Math.max(0, Math.floor(left)); x < Math.min(width, right); x++) {
        const [dx, dy] = [x - from[0], y - from[1]];
        const along = dx * alongX + dy * alongY;
        if (along < 0 || along > length) continue;
        const cover = reach - 0.5 - Math.abs(dx * alongY - dy * alongX);
        const level = print * Math.min(1, Math.max(0, cover));
        result[y * width + x] = Math.max(result[y * width + x], level);
      }
    }
  }
  return result;
}

/** How far strokes cover each pixel, 0 to 1. */
function write({ width, height, digits, threshold = 0.5 }: Scene): Float32Array {
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

/** Normal noise, smooth over `grain` pixels. */
function noise(width: number, height: number, grain: number, rng: Rng): Float32Array {
  const [columns, rows] = [width, height].map((side) => Math.max(2, Math.round(side / grain)));
  const pixels = Uint8ClampedArray.from({ length: columns * rows }, () => 128 + 42 * rng.normal());
  const small = inkImage(columns, rows, new Uint8Array(pixels.buffer));
  return Float32Array.from(resample(small, width, height).pixels, (level) => (level - 128) / 42);
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
