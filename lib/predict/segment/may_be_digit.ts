import type { Box } from "../../image/box.ts";
import type { Degrees } from "../../image/turn_box.ts";
import { objectLimits as limits } from "./limits.ts";

/** Whether an object that was left out may be a digit of a line: it is about as large as the digits of the line, and
 * stands among them or next to them. A bold digit on a fine pattern is taken for an object; a shadow is larger, and
 * a speck of it smaller.
 *
 * @param object on the page as it lies, as are the digits
 * @param digits of the line
 * @param turned how far the page lies turned, so that lines run down it at 90° and 270°
 */
export function mayBeDigit(
  object: Box,
  digits: readonly { readonly box: Box }[],
  turned: Degrees,
): boolean {
  const [own, ...others] = [object, ...digits.map(({ box }) => box)].map((box) => {
    const { x, y, width, height } = box;
    return turned % 180 === 0
      ? { along: x, across: y, length: width, height }
      : { along: y, across: x, length: height, height: width };
  });
  return others.some((digit) => {
    const gap = Math.max(
      digit.along - own.along - own.length,
      own.along - digit.along - digit.length,
    );
    const shared = Math.min(digit.across + digit.height, own.across + own.height) -
      Math.max(digit.across, own.across);
    return own.height >= limits.least * digit.height && own.height <= limits.most * digit.height &&
      own.length <= limits.most * digit.height && shared >= limits.shared * own.height &&
      gap <= limits.nearby * digit.height;
  });
}
