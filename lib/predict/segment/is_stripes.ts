import type { BoxedInk } from "../../image/boxed_ink.ts";
import { isBar } from "../../preprocess/writing/is_bar.ts";
import { stripeLimits as limits } from "./limits.ts";

/** Whether a line is nothing but bars as long as each other, at one pitch: the stripes of a pattern, an empty
 * comb field. Nobody writes ones so evenly.
 *
 * @param marks of the line, from left to right
 */
export function isStripes(marks: readonly BoxedInk[]): boolean {
  if (marks.length < limits.least) return false;
  const heights = marks.map(({ box }) => box.height);
  const [lowest, highest] = [Math.min(...heights), Math.max(...heights)];
  if (highest - lowest > limits.alike * highest) return false;
  const places = marks.map(({ box }) => box.x + box.width / 2);
  const mean = (places[places.length - 1] - places[0]) / (places.length - 1);
  return places.slice(1).every((place, i) => {
    return Math.abs(place - places[i] - mean) <= limits.pitch * mean;
  }) && marks.every(({ ink }) => isBar(ink));
}
