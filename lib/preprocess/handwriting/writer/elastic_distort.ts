/** Size, slant, rotation and elastic deformation of a drawing.
 *
 * @module */

import { bilinear } from "../../../image/bilinear.ts";
import type { Rng } from "../../../base/rng.ts";
import { inkBox } from "../../../image/ink_box.ts";
import { smoothField } from "../../../base/smooth_field.ts";
import { type InkImage, inkImage } from "../../../image/ink_image.ts";

/** How a drawing is distorted. Applied in this order: width and height, shear, rotation, waves. */
export interface Distortion {
  /** 1 keeps the width, 1.2 makes it a fifth wider. */
  readonly width: number;
  /** 1 keeps the height. */
  readonly height: number;
  /** How far the slant moves a point to the right, as a fraction of its height above the centre. */
  readonly shear: number;
  /** Degrees anticlockwise. */
  readonly rotation: number;
  /** How far waves move the strokes, in pixels: twice their deviation. */
  readonly waves: number;
  /** Pixels from crest to crest, more or less: short ones make strokes tremble, long ones change
   * the proportions, such as the size of a loop. */
  readonly waveLength: number;
}

/** Distorts a drawing as another writer would: size, slant, rotation, and an elastic deformation (Simard,
 * Steinkraus and Platt, 2003, https://doi.org/10.1109/ICDAR.2003.1227801), interpolated bilinearly
 * in one go.
 *
 * @param ink a drawing of any size
 * @param change how far
 * @param rng draws the waves
 * @returns as large as the ink needs, whatever the size of `ink`; one pixel where there is none
 *
 * @example
 * ```ts
 * import { deepStrictEqual } from "node:assert";
 * import { rngFromSeed } from "@lib/base/rng.ts";
 * import { inkBox } from "@lib/image/ink_box.ts";
 * import { inkImage } from "@lib/image/ink_image.ts";
 * import { elasticDistort } from "@lib/preprocess/handwriting/writer/elastic_distort.ts";
 * const square = inkImage(10, 10, new Uint8Array(100).fill(255));
 * const change = { width: 2, height: 1, shear: 0, rotation: 0, waves: 0, waveLength: 8 };
 * const box = inkBox(elasticDistort(square, change, rngFromSeed(1)), 128);
 * deepStrictEqual([box?.width, box?.height], [20, 10]);
 * ```
 */
export function elasticDistort(ink: InkImage, change: Distortion, rng: Rng): InkImage {
  const box = inkBox(ink, 1);
  if (box === undefined) return inkImage(1, 1);
  const cos = Math.cos(change.rotation * Math.PI / 180);
  const sin = Math.sin(change.rotation * Math.PI / 180);

  // Forwards, about the centre of the ink, y pointing down: x' = xx·x + xy·y, y' = yx·x + yy·y.
  const xx = change.width * cos;
  const xy = change.height * (sin - change.shear * cos);
  const yx = change.width * -sin;
  const yy = change.height * (cos + change.shear * sin);

  const margin = 1.2 * change.waves + 1; // farther than that goes one stroke in a hundred
  const [halfX, halfY] = [(box.width - 1) / 2, (box.height - 1) / 2];
  const reachX = Math.abs(xx) * halfX + Math.abs(xy) * halfY + margin;
  const reachY = Math.abs(yx) * halfX + Math.abs(yy) * halfY + margin;
  // As odd or even as the box: then pixels lie on pixels where nothing moves, and none is blurred.
  const width = box.width + 2 * Math.ceil(reachX - halfX);
  const height = box.height + 2 * Math.ceil(reachY - halfY);
  const [right, down] = [0, 1].map(() => smoothField({ width, height }, change.waveLength, rng));

  // Backwards: where each new pixel comes from.
  const determinant = change.width * change.height;
  const [backXX, backXY] = [yy / determinant, -xy / determinant];
  const [backYX, backYY] = [-yx / determinant, xx / determinant];
  const { waves } = change;
  const pixels = new Uint8Array(width * height);
  const [centreX, centreY] = [(width - 1) / 2, (height - 1) / 2];
  const [middleX, middleY] = [box.x + halfX, box.y + halfY];
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      const fromX = x - centreX + waves * right[at];
      const fromY = y - centreY + waves * down[at];
      const sourceX = middleX + backXX * fromX + backXY * fromY;
      const sourceY = middleY + backYX * fromX + backYY * fromY;
      pixels[at] = bilinear(ink, sourceX, sourceY) + 0.5;
    }
  }
  return inkImage(width, height, pixels);
}
