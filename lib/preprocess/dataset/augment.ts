/** Varying training images at random.
 *
 * @module
 */

import type { Rng } from "../../base/rng.ts";
import { imageSide, pixelsPerImage } from "../../image/digit_size.ts";
import { disturb } from "../disturb/disturb.ts";
import { scaleToUnit } from "./scale_to_unit.ts";
import { shift } from "./shift.ts";
import { type Warp, warp } from "./warp.ts";

/** How far training images may be varied. Every quantity is drawn uniformly from its range. */
export interface Augmentation {
  /** Pixels to either side, up and down. */
  readonly shift: number;
  /** Degrees to either side. */
  readonly rotation: number;
  /** Fraction smaller or larger: 0.1 is 90 to 110 %. */
  readonly scale: number;
  /** Slant to either side, as a fraction of the height; 0 by default. */
  readonly shear?: number;
  /** How many neighbouring images share a shift by whole pixels; 1 by default. */
  readonly group?: number;
  /** Share of the images, 0 to 1, that `disturb` disturbs once they are moved; none by default. */
  readonly disturbed?: number;
}

/** Varies images at random, so that a network sees another one each time.
 *
 * With a shift alone, images move by whole pixels, one draw for every `group` of them. With
 * rotation, scale, shear or disturbance each image gets a draw of its own and is interpolated bilinearly.
 * What enters the frame is paper.
 *
 * The draws of an image hang on its position alone, not on who varies it together with which others:
 * each position, or group of positions, has a stream of its own.
 *
 * @param pixels `[size × 784]`, 0 is paper; not changed
 * @param rng is forked for each draw, and stays as it is
 * @param augmentation all zero gives a plain copy
 * @param options.first position of the first of these images; 0 by default
 * @returns `[size × 784]`
 * @throws {TypeError} if `pixels` are not whole images
 * @throws {RangeError} if a limit is out of range, or the shift not an integer where it is alone
 *
 * @example
 * ```ts
 * import { rngFromSeed } from "@lib/base/rng.ts";
 * import { augment } from "@lib/preprocess/dataset/augment.ts";
 * import { strictEqual } from "node:assert";
 * const dot = new Float32Array(784);
 * dot[14 * 28 + 14] = 1;
 * const moved = augment(dot, rngFromSeed(2), { shift: 3, rotation: 0, scale: 0 });
 * strictEqual(moved.reduce((sum, value) => sum + value), 1); // moved by whole pixels
 * ```
 */
export function augment(
  pixels: Float32Array,
  rng: Rng,
  augmentation: Augmentation,
  { first = 0 }: { readonly first?: number } = {},
): Float32Array<ArrayBuffer> {
  if (pixels.length % pixelsPerImage !== 0) {
    throw new TypeError(
      `Cannot augment: found ${pixels.length} pixels, wanted a multiple of ${pixelsPerImage}`,
    );
  }
  const count = pixels.length / pixelsPerImage;
  const shifts = wholeShifts(count, rng, augmentation, { first });
  const { disturbed = 0 } = augmentation;
  const varied = new Float32Array(pixels.length);
  for (let i = 0; i < count; i++) {
    const image = pixels.subarray(i * pixelsPerImage, (i + 1) * pixelsPerImage);
    const target = varied.subarray(i * pixelsPerImage, (i + 1) * pixelsPerImage);
    if (shifts === undefined) warp(image, drawWarp(rng.fork(first + i), augmentation), target);
    else shift(image, { right: shifts[2 * i], down: shifts[2 * i + 1] }, target);
    if (disturbed > 0) disturbSome(target, rng.fork(first + i).stream("disturbed"), disturbed);
  }
  return varied;
}

/** Disturbs that share of the images, as the draw says. Their levels become whole ones of 255. */
function disturbSome(image: Float32Array, rng: Rng, share: number): void {
  if (rng.uniform() >= share) return;
  const levels = Uint8Array.from(image, (value) => 255 * value + 0.5);
  image.set(scaleToUnit(disturb(levels, rng)));
}

/** By how many pixels {@link augment} moves images, where moving by whole pixels is all it does.
 *
 * @param count how many images
 * @param options.first position of the first of them; 0 by default
 * @returns `[count × 2]`, to the right and down; `undefined` where there is rotation, scale, shear or disturbance
 * @throws {RangeError} if a limit is out of range, or the shift is not an integer where it is alone
 */
export function wholeShifts(
  count: number,
  rng: Rng,
  augmentation: Augmentation,
  { first = 0 }: { readonly first?: number } = {},
): Int8Array<ArrayBuffer> | undefined {
  checkAugmentation(augmentation);
  if (!isWhole(augmentation)) return undefined;
  const { shift: distance, group = 1 } = augmentation;
  const shifts = new Int8Array(2 * count);
  if (distance === 0) return shifts;
  let draws = rng;
  for (let i = 0; i < count; i++) {
    const isNext = i === 0 || (first + i) % group === 0;
    if (isNext) draws = rng.fork(Math.floor((first + i) / group));
    shifts[2 * i] = isNext ? whole(draws, distance) : shifts[2 * i - 2];
    shifts[2 * i + 1] = isNext ? whole(draws, distance) : shifts[2 * i - 1];
  }
  return shifts;
}

function isWhole({ rotation, scale, shear = 0, disturbed = 0 }: Augmentation): boolean {
  return rotation === 0 && scale === 0 && shear === 0 && disturbed === 0;
}

function drawWarp(rng: Rng, { shift, rotation, scale, shear = 0 }: Augmentation): Warp {
  return {
    right: rng.between(-shift, shift),
    down: rng.between(-shift, shift),
    rotation: rng.between(-rotation, rotation),
    scale: rng.between(1 - scale, 1 + scale),
    shear: rng.between(-shear, shear),
  };
}

/** An integer from `-limit` to `limit`. */
function whole(rng: Rng, limit: number): number {
  return rng.integer(2 * limit + 1) - limit;
}

function checkAugmentation(augmentation: Augmentation): void {
  const { shift, rotation, scale, shear = 0, group = 1, disturbed = 0 } = augmentation;
  checkRange("shift", shift, imageSide - 1);
  checkRange("rotation", rotation, 180);
  checkRange("scale", scale, 0.9);
  checkRange("shear", shear, 1);
  checkRange("disturbed", disturbed, 1);
  if (!Number.isInteger(group) || group < 1) {
    throw new RangeError(`Cannot augment groups of ${group} images: must be a positive integer`);
  }
  if (!Number.isInteger(shift) && isWhole(augmentation)) {
    throw new RangeError(
      `Cannot augment with a shift of ${shift}: must be an integer where neither rotation, ` +
        "scale, shear nor disturbed is asked for",
    );
  }
}

function checkRange(name: string, value: number, most: number): void {
  if (!(value >= 0 && value <= most)) {
    throw new RangeError(`Cannot augment with a ${name} of ${value}: must be 0 to ${most}`);
  }
}
