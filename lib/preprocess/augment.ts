import type { Rng } from "../base/rng.ts";
import { imageSide, pixelsPerImage } from "../download/dataset.ts";
import { shift } from "./shift.ts";
import { warp } from "./warp.ts";

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
}

/** Varies images at random, so that a network sees another one each time.
 *
 * With a shift alone, images move by whole pixels, one draw for every `group` of them. With
 * rotation, scale or shear each image gets a draw of its own and is interpolated bilinearly. What
 * enters the frame is paper.
 *
 * @param pixels `[size × 784]`, 0 is paper; not changed
 * @param rng decides the draws
 * @param augmentation all zero gives a plain copy
 * @returns `[size × 784]`
 * @throws {TypeError} if `pixels` are no whole images
 * @throws {RangeError} if a limit is out of range, or the shift no integer where it is alone
 */
export function augment(
  pixels: Float32Array,
  rng: Rng,
  augmentation: Augmentation,
): Float32Array<ArrayBuffer> {
  checkAugmentation(augmentation);
  if (pixels.length % pixelsPerImage !== 0) {
    throw new TypeError(
      `Cannot augment: found ${pixels.length} pixels, wanted a multiple of ${pixelsPerImage}`,
    );
  }
  const { shift: distance, rotation, scale, shear = 0, group = 1 } = augmentation;
  const varied = new Float32Array(pixels.length);
  const isWhole = rotation === 0 && scale === 0 && shear === 0;
  let move = { right: 0, down: 0 };
  for (let start = 0, index = 0; start < pixels.length; start += pixelsPerImage, index++) {
    const image = pixels.subarray(start, start + pixelsPerImage);
    const target = varied.subarray(start, start + pixelsPerImage);
    if (!isWhole) {
      warp(image, {
        right: rng.between(-distance, distance),
        down: rng.between(-distance, distance),
        rotation: rng.between(-rotation, rotation),
        scale: rng.between(1 - scale, 1 + scale),
        shear: rng.between(-shear, shear),
      }, target);
      continue;
    }
    if (index % group === 0) move = { right: whole(rng, distance), down: whole(rng, distance) };
    shift(image, move, target);
  }
  return varied;
}

/** An integer from `-limit` to `limit`. */
function whole(rng: Rng, limit: number): number {
  return rng.integer(2 * limit + 1) - limit;
}

function checkAugmentation(augmentation: Augmentation): void {
  const { shift, rotation, scale, shear = 0, group = 1 } = augmentation;
  checkRange("shift", shift, imageSide - 1);
  checkRange("rotation", rotation, 180);
  checkRange("scale", scale, 0.9);
  checkRange("shear", shear, 1);
  if (!Number.isInteger(group) || group < 1) {
    throw new RangeError(`Cannot augment groups of ${group} images: must be a positive integer`);
  }
  if (!Number.isInteger(shift) && rotation === 0 && scale === 0 && shear === 0) {
    throw new RangeError(
      `Cannot augment with a shift of ${shift}: must be an integer where neither rotation, ` +
        "scale nor shear is asked for",
    );
  }
}

function checkRange(name: string, value: number, most: number): void {
  if (!(value >= 0 && value <= most)) {
    throw new RangeError(`Cannot augment with a ${name} of ${value}: must be 0 to ${most}`);
  }
}
