/** Part of the ink's mass in marks up to the height of the writing. */
const middle = 0.5;

/** The height of the writing, in pixels: the median height of marks, each counted by its ink.
 *
 * @param marks with the sum of their levels
 * @returns 0 if there are none
 */
export function writingHeight(
  marks: readonly { readonly height: number; readonly mass: number }[],
): number {
  const sorted = marks.toSorted((a, b) => a.height - b.height);
  const half = sorted.reduce((sum, { mass }) => sum + mass, 0) * middle;
  let seen = 0;
  for (const { height, mass } of sorted) {
    seen += mass;
    if (seen >= half) return height;
  }
  return 0;
}
