/** Ink without the bare paper around it.
 *
 * @module
 */
import { crop } from "./crop.ts";
import type { InkImage } from "./ink_image.ts";
import { inkBox } from "./ink_box.ts";

/** The part of an image that has ink; all of it where there is none.
 *
 * @example
 * ```ts
 * import { deepStrictEqual } from "node:assert";
 * import { cropToInk } from "@lib/image/crop_to_ink.ts";
 * import { inkImage } from "@lib/image/ink_image.ts";
 * const row = inkImage(4, 1, new Uint8Array([0, 255, 90, 0]));
 * deepStrictEqual([...cropToInk(row).pixels], [255, 90]);
 * ```
 */
export function cropToInk(ink: InkImage): InkImage {
  const box = inkBox(ink);
  return box === undefined ? ink : crop(ink, box);
}
