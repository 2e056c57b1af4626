import { inkBox } from "../../image/ink_box.ts";
import { imageSide, pixelsPerImage } from "../../image/digit_size.ts";
import type { Shift } from "./shift.ts";

/** An affine map of an image about its centre. Applied in this order: scale, shear, rotation,
 * shift. */
export interface Warp extends Shift {
  /** Degrees anticlockwise. */
  readonly rotation: number;
  /** 1 keeps the size, 1.1 makes the digit a tenth wider and taller. */
  readonly scale: number;
  /** How far the slant moves a point to the right, as a fraction of its height above the centre. */
  readonly shear: number;
}

/** Pixel coordinate of the image's centre. */
const centre = (imageSide - 1) / 2;

/** Columns, and rows, of an image with paper around it. */
const framedSide = imageSide + 2;

/** The image at hand with a pixel of paper around it, so that none of its pixels lacks a neighbour: with a call that
 * tests each, as `bilinear` does, it takes twice as long. */
const framed = new Float32Array(framedSide * framedSide);

/** Scales, slants, rotates and moves an image, with
 * [bilinear interpolation](https://en.wikipedia.org/wiki/Bilinear_interpolation). Outside the frame
 * there is paper.
 *
 * @param image `[784]`, row by row, 0 is paper
 * @param change what to do; what is left out stays as it is
 * @param target `[784]`, where the result goes; a new array by default, never `image` itself
 * @returns `target`
 * @throws {RangeError} if the scale is not positive
 *
 * @example
 * ```ts
 * import { type Warp, warp } from "@lib/preprocess/dataset/warp.ts";
 * const leaning: Partial<Warp> = { rotation: -10, scale: 0.9 };
 * if (warp(new Float32Array(784), leaning).length !== 784) throw new Error();
 * ```
 */
export function warp(
  image: Float32Array,
  { right = 0, down = 0, rotation = 0, scale = 1, shear = 0 }: Partial<Warp>,
  target: Float32Array = new Float32Array(pixelsPerImage),
): Float32Array {
  if (!(scale > 0)) throw new RangeError(`Cannot scale an image by ${scale}: must be more than 0`);
  target.fill(0);
  const source = { width: imageSide, height: imageSide, pixels: image };
  const ink = inkBox(source, Number.MIN_VALUE);
  if (ink === undefined) return target;
  const cos = Math.cos(rotation * Math.PI / 180);
  const sin = Math.sin(rotation * Math.PI / 180);

  // Forwards, about the centre, with y pointing down: x' = xx·x + xy·y, y' = yx·x + yy·y.
  const xx = scale * cos;
  const xy = scale * (sin - shear * cos);
  const yx = scale * -sin;
  const yy = scale * (cos + shear * sin);

  // Each ink pixel spreads to less than one pixel around it, so only the image of the box of ink,
  // one pixel wider, can take ink.
  const middleX = ink.x + (ink.width - 1) / 2 - centre;
  const middleY = ink.y + (ink.height - 1) / 2 - centre;
  const halfX = (ink.width + 1) / 2;
  const halfY = (ink.height + 1) / 2;
  const atX = centre + right + xx * middleX + xy * middleY;
  const atY = centre + down + yx * middleX + yy * middleY;
  const reachX = Math.abs(xx) * halfX + Math.abs(xy) * halfY;
  const reachY = Math.abs(yx) * halfX + Math.abs(yy) * halfY;
  const firstX = Math.max(0, Math.ceil(atX - reachX));
  const lastX = Math.min(imageSide - 1, Math.floor(atX + reachX));
  const firstY = Math.max(0, Math.ceil(atY - reachY));
  const lastY = Math.min(imageSide - 1, Math.floor(atY + reachY));

  // Backwards: where in the source each target pixel comes from.
  frame(image);
  const determinant = scale * scale;
  const stepX = yy / determinant;
  const stepY = -yx / determinant;
  for (let y = firstY; y <= lastY; y++) {
    const fromCentreX = firstX - centre - right;
    const fromCentreY = y - centre - down;
    let sourceX = centre + (yy * fromCentreX - xy * fromCentreY) / determinant;
    let sourceY = centre + (xx * fromCentreY - yx * fromCentreX) / determinant;
    const end = y * imageSide + lastX;
    for (let at = y * imageSide + firstX; at <= end; at++) {
      if (sourceX > -1 && sourceY > -1 && sourceX < imageSide && sourceY < imageSide) {
        // Of what is above -1, the whole part is what is left below 1 more.
        const left = (sourceX + 1) | 0;
        const top = (sourceY + 1) | 0;
        const toRight = sourceX + 1 - left;
        const toBottom = sourceY + 1 - top;
        const above = top * framedSide + left;
        const below = above + framedSide;
        const upper = framed[above] + toRight * (framed[above + 1] - framed[above]);
        const lower = framed[below] + toRight * (framed[below + 1] - framed[below]);
        target[at] = upper + toBottom * (lower - upper);
      }
      sourceX += stepX;
      sourceY += stepY;
    }
  }
  return target;
}

/** Puts an image into its frame of paper. */
function frame(image: Float32Array): void {
  for (let y = 0, from = 0; y < imageSide; y++) {
    const start = (y + 1) * framedSide + 1;
    for (let to = start; to < start + imageSide; to++, from++) framed[to] = image[from];
  }
}
