/** Disturbances of which the amount can be set, to see how far a reader holds.
 *
 * @module
 */

import type { Rng } from "../../base/rng.ts";
import { crop } from "../../image/crop.ts";
import { imageSide } from "../../image/digit_size.ts";
import { inkImage } from "../../image/ink_image.ts";
import { toBytes } from "../../base/to_bytes.ts";
import { varyStrokeWidth } from "../../preprocess/handwriting/writer/vary_stroke_width.ts";
import { warp } from "./warp.ts";

/** The names of the disturbances. */
export type GradedName = "shift" | "rotation" | "scale" | "noise" | "thickness" | "occlusion";

/** A disturbance, and the amounts at which it is looked at. */
export interface Graded {
  /** What the amount is, with its unit in brackets. */
  readonly axis: string;
  /** From the least to the most; the image as it is among them. */
  readonly amounts: readonly number[];
  /** Disturbs one image.
   *
   * @param ink `[28 × 28]`, 0 paper to 1 full stroke; it stays as it is
   * @returns `[28 × 28]`, not yet kept between 0 and 1
   */
  readonly disturb: (ink: Float32Array, amount: number, rng: Rng) => Float32Array;
}

/** The disturbances, each by itself; what is not given by the amount is left to chance.
 *
 * @example
 * ```ts
 * import { rngFromSeed } from "@lib/base/rng.ts";
 * import { graded } from "@lib/evaluate/corruptions/graded.ts";
 * import { strictEqual } from "node:assert";
 * const full = new Float32Array(784).fill(1);
 * const { disturb } = graded.occlusion;
 * const covered = disturb(full, 8, rngFromSeed(1));
 * strictEqual(covered.filter((level) => level === 0).length, 8 * 8);
 * ```
 */
export const graded: Readonly<Record<GradedName, Graded>> = {
  shift: { axis: "shift, any direction (pixels)", amounts: [0, 1, 2, 3, 4, 6, 8], disturb: shift },
  rotation: {
    axis: "rotation, clockwise (degrees)",
    amounts: [-60, -40, -20, 0, 20, 40, 60],
    disturb: rotation,
  },
  scale: { axis: "size (times)", amounts: [0.5, 0.65, 0.8, 1, 1.2, 1.4], disturb: scale },
  noise: {
    axis: "noise, deviation (of full ink)",
    amounts: [0, 0.1, 0.2, 0.3, 0.4, 0.6, 0.8],
    disturb: noise,
  },
  thickness: {
    axis: "growth of each edge (pixels)",
    amounts: [-1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2],
    disturb: thickness,
  },
  occlusion: {
    axis: "side of a blank square (pixels)",
    amounts: [0, 4, 8, 12, 16],
    disturb: occlusion,
  },
};

function shift(ink: Float32Array, pixels: number, rng: Rng): Float32Array {
  const angle = 2 * Math.PI * rng.uniform();
  const [dx, dy] = [pixels * Math.cos(angle), pixels * Math.sin(angle)];
  return warp(ink, (x, y) => [x - dx, y - dy]);
}

function rotation(ink: Float32Array, degrees: number): Float32Array {
  const angle = degrees * Math.PI / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return warp(ink, (x, y) => [cos * x + sin * y, cos * y - sin * x]);
}

function scale(ink: Float32Array, times: number): Float32Array {
  return warp(ink, (x, y) => [x / times, y / times]);
}

function noise(ink: Float32Array, deviation: number, rng: Rng): Float32Array {
  return ink.map((level) => level + deviation * rng.normal());
}

function thickness(ink: Float32Array, growth: number): Float32Array {
  const image = inkImage(imageSide, imageSide, toBytes(ink.map((level) => 255 * level)));
  const drawn = varyStrokeWidth(image, growth);
  const margin = (drawn.width - imageSide) / 2;
  const box = { x: margin, y: margin, width: imageSide, height: imageSide };
  return Float32Array.from(crop(drawn, box).pixels, (level) => level / 255);
}

function occlusion(ink: Float32Array, side: number, rng: Rng): Float32Array {
  const [left, top] = [0, 1].map(() => rng.integer(imageSide - side + 1));
  return ink.map((level, at) => {
    const [x, y] = [at % imageSide - left, Math.floor(at / imageSide) - top];
    return x >= 0 && x < side && y >= 0 && y < side ? 0 : level;
  });
}
