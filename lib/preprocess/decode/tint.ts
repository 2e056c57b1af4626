import { colourLimits } from "./limits.ts";

/** The direction of the line from black (a little below it) through the paper's colour, of length 1.
 *
 * @param paper the paper's red is at `at`, green and blue behind it
 */
export function paperLine(
  paper: Float32Array,
  at: number,
): readonly [red: number, green: number, blue: number] {
  const { belowBlack } = colourLimits;
  const red = paper[at] + belowBlack;
  const green = paper[at + 1] + belowBlack;
  const blue = paper[at + 2] + belowBlack;
  const length = Math.sqrt(red * red + green * green + blue * blue);
  return [red / length, green / length, blue / length];
}

/** The distance of a colour from the line of its paper, in levels.
 *
 * @param colours the colour's red is at `at`, green and blue behind it
 * @param line as `paperLine` gives it
 */
export function tintOf(
  colours: Uint8Array,
  at: number,
  line: readonly [red: number, green: number, blue: number],
): number {
  const { belowBlack } = colourLimits;
  const red = colours[at] + belowBlack;
  const green = colours[at + 1] + belowBlack;
  const blue = colours[at + 2] + belowBlack;
  const along = red * line[0] + green * line[1] + blue * line[2];
  const square = red * red + green * green + blue * blue - along * along;
  return square > 0 ? Math.sqrt(square) : 0;
}
