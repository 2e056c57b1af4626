import { crop } from "./crop.ts";
import type { InkImage } from "./ink_image.ts";
import { inkBox } from "./ink_box.ts";

/** The part of an image that has ink; all of it where there is none.
 */
export function cropToInk(ink: InkImage): InkImage {
  const box = inkBox(ink);
  return box === undefined ? ink : crop(ink, box);
}
