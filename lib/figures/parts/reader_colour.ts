import { theme } from "./theme.ts";

const colours = [theme.categories[0], theme.categories[1], theme.muted];

/** The colour of a reader among those that are compared, the same in every figure.
 *
 * @param index its place among them; the third and all after it are quiet, as a baseline is
 */
export function readerColour(index: number): string {
  return colours[index] ?? theme.muted;
}
