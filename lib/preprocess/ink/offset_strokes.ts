import { distanceTransform } from "../../image/distance_transform.ts";
import { type InkImage, inkImage } from "../../image/ink_image.ts";

/** Makes strokes thicker or thinner by moving their outline, where the ink is half as strong,
 * outwards or inwards everywhere by the same distance.
 *
 * @param ink 0 paper to 255 full stroke, large enough that a stroke is a few pixels wide; leave
 * paper around it that the thicker strokes need
 * @param outwards in pixels, also parts of one; negative: inwards
 * @returns ink of the same size with edges one pixel soft
 */
export function offsetStrokes({ width, height, pixels }: InkImage, outwards: number): InkImage {
  const isThicker = outwards > 0;
  // Growing strokes leave ink as it is, shrinking ones paper: how near that is decides the others.
  const isKept = (i: number): boolean => (pixels[i] >= 128) === isThicker;
  const away = distanceTransform(width, height, isKept, Math.abs(outwards) + 1);
  const moved = new Uint8Array(pixels.length);
  for (let i = 0; i < moved.length; i++) {
    // From the middle of a pixel to the outline between two of them.
    const inside = isThicker ? 0.5 - away[i] : away[i] - 0.5;
    moved[i] = Math.round(255 * Math.min(1, Math.max(0, inside + outwards + 0.5)));
  }
  return inkImage(width, height, moved);
}
