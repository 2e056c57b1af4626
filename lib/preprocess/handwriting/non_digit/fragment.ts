import type { Rng } from "../../../base/rng.ts";
import type { Dataset } from "../../../download/dataset.ts";
import { digitAt } from "../../dataset/digit_at.ts";
import { pickDigit } from "../../dataset/pick_digit.ts";
import { pad } from "../../../image/pad.ts";
import { varyWriter } from "../writer/vary_writer.ts";
import { cropToInk } from "../../../image/crop_to_ink.ts";
import type { InkImage } from "../../../image/ink_image.ts";
import { nonDigitRanges } from "./non_digit_ranges.ts";

type Part = "left" | "right" | "top" | "bottom";

/** The halves of each digit that are none themselves: not the lower one of a 6, which is a 0. */
const halves: readonly (readonly Part[])[] = [
  ["left", "right", "top", "bottom"],
  [],
  ["left", "right", "bottom"],
  ["left", "top", "bottom"],
  ["left", "top"],
  ["left", "right", "top"],
  ["left", "right"],
  ["left"],
  ["left"],
  ["left", "right"],
];

/** Cuts out about a half of a digit, in another style: what is left where a page was cut in the wrong place.
 *
 * @param dataset digits, and what they are; not 1s alone
 * @param rng draws the digit, the style, and the cut
 * @returns ink, of any size
 */
export function fragment(dataset: Dataset, rng: Rng): InkImage {
  const index = pickDigit(dataset, (label) => halves[label].length > 0, rng);
  const ink = cropToInk(varyWriter(digitAt(dataset, index), 1, rng));
  const parts = halves[dataset.labels[index]];
  const part = parts[rng.integer(parts.length)];
  const lost = rng.between(...nonDigitRanges.fragmentLost);
  const columns = -Math.round(ink.width * lost);
  const rows = -Math.round(ink.height * lost);
  return pad(ink, {
    left: part === "right" ? columns : 0,
    right: part === "left" ? columns : 0,
    top: part === "bottom" ? rows : 0,
    bottom: part === "top" ? rows : 0,
  });
}
