import type { Component, Components } from "../../image/connected_components.ts";
import type { InkImage } from "../../image/ink_image.ts";
import { outlineLengths } from "./outline_lengths.ts";
import { solidLimits as limits } from "./print_limits.ts";

/** Finds what is far thicker than the strokes on a page: shadows, hands, black bars, blots. Marks alone on
 * their picture are none, however bold, nor are those of one pen, nor several that are alike and could be digits of
 * another.
 *
 * @param marks of the ink
 * @returns some of the components
 */
export function solidObjects(ink: InkImage, marks: Components): Component[] {
  const outlines = outlineLengths(ink, marks);
  const thickness = ({ label, area }: Component): number => 2 * area / Math.max(1, outlines[label]);
  const sorted = marks.components
    .filter((mark) => mark.height >= limits.leastHeight)
    .sort((a, b) => thickness(a) - thickness(b));
  const objects: Component[] = [];
  let [length, count] = [0, 0]; // of the thinner ones that look like writing
  let typical = 0;
  for (const mark of sorted) {
    const own = thickness(mark);
    // A bar may be the side of a box; writing is neither that narrow nor that wide.
    const isWriting = mark.height >= limits.slender * own &&
      mark.width <= limits.widest * mark.height && mark.width >= limits.narrowest * mark.height;
    if (
      count >= limits.leastMarks && length >= limits.leastWriting * outlines[mark.label] &&
      own >= limits.thicker * typical && mark.area >= limits.filled * mark.width * mark.height
    ) objects.push(mark);
    else if (isWriting) {
      // The thickness of the middle of the writing so far, by its length.
      typical = (typical * length + own * outlines[mark.label]) / (length + outlines[mark.label]);
      length += outlines[mark.label];
      count++;
    }
  }
  const bold = objects.filter((object) => isBoldDigit(object, thickness(object)));
  // A digit whose holes have run full is as high as the others.
  return objects.filter(({ height }) => {
    const alike = bold.filter((other) => {
      return Math.min(height, other.height) >= limits.alike * Math.max(height, other.height);
    });
    return alike.length < limits.ofOnePen;
  });
}

/** Whether something could be a digit in a pen much bolder than the others. */
function isBoldDigit({ width, height }: Component, thickness: number): boolean {
  return height >= limits.bold * thickness && width <= limits.boldWidest * height &&
    width >= limits.narrowest * height;
}
