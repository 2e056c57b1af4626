import { bilinear } from "../../image/bilinear.ts";
import { imageSide } from "../../image/digit_size.ts";

const centre = (imageSide - 1) / 2;

/** Moves the levels of an image of 28 × 28: each is taken from another place, between the pixels where it must
 * be; what comes from outside is paper.
 *
 * @param source from where, both seen from the middle of the image
 */
export function warp(
  pixels: Float32Array,
  source: (x: number, y: number) => readonly [x: number, y: number],
): Float32Array {
  const image = { width: imageSide, height: imageSide, pixels };
  return pixels.map((_, at) => {
    const [x, y] = source(at % imageSide - centre, Math.floor(at / imageSide) - centre);
    return bilinear(image, x + centre, y + centre);
  });
}
