import { percent as plainPercent } from "../../base/format.ts";

/** A share in per cent as titles and captions show it: as in the rest of the library, but with spaces
 * at which no line is broken.
 *
 * @param share 0 to 1
 * @param decimals digits after the point
 */
export function percent(share: number, decimals = 1): string {
  return plainPercent(share, decimals).replaceAll(" ", "\u00a0");
}
