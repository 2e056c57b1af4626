import type { Rng } from "@lib/base/rng.ts";
import { type InkImage, inkImage } from "@lib/image/ink_image.ts";
import { smoothNoise } from "./smooth_noise.ts";
import { writeDigits, type WrittenSheet } from "./write_digits.ts";

type Colour = readonly [red: number, green: number, blue: number];

/** What is photographed, and how. */
export interface Scene extends WrittenSheet {
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
  const fine = smoothNoise(width, height, 1.3, forFine);
  const coarse = smoothNoise(width, height, Math.min(width, height) / 3, forCoarse);
  const grains = smoothNoise(width, height, 2.2, forGrain);
  const strokes = writeDigits(scene);
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

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
