import type { GreyImage } from "../grey_image.ts";
import { neighbourExtreme } from "./neighbour_extreme.ts";

/** The mean width of the strokes in pixels. Erosion by one pixel takes two from the width of a stroke:
 * the less of the ink that is, the wider the strokes are.
 *
 * @param ink 0 paper to 255 full stroke
 * @returns 0 where there is no ink
 */
export function strokeWidth(ink: GreyImage): number {
  const core = neighbourExtreme(ink, "smallest");
  let [mass, left] = [0, 0];
  for (let i = 0; i < core.length; i++) {
    mass += ink.pixels[i];
    left += core[i];
  }
  return mass === 0 ? 0 : 2 * mass / (mass - left);
}
