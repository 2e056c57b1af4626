import { crop } from "../preprocess/crop.ts";
import type { GreyImage } from "../preprocess/grey_image.ts";
import { inkBox } from "../preprocess/ink_box.ts";
import type { DigitInk } from "./digit_boxes.ts";

/** All ink of an image, taken for one digit.
 *
 * @returns `undefined` where there is no ink
 */
export function wholeInk(ink: GreyImage): DigitInk | undefined {
  const box = inkBox(ink);
  return box && { box, ink: crop(ink, box) };
}
