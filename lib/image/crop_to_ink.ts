import { crop } from "./crop.ts";
import type { GreyImage } from "./image.ts";
import { inkBox } from "./ink_box.ts";

/** The part of an image that has ink; all of it where there is none.
 *
 * @param ink 0 paper to 255 full stroke
 */
export function cropToInk(ink: GreyImage): GreyImage {
  const box = inkBox(ink);
  return box === undefined ? ink : crop(ink, box);
}
