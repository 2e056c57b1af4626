import { imageSide } from "../../image/digit_size.ts";

/** The left and the right quarter of the image turn to their negative; one strength only. */
export function stripe(ink: Float32Array): Float32Array {
  return ink.map((level, at) => {
    const column = at % imageSide;
    const isInside = column >= imageSide / 4 && column < 3 * imageSide / 4;
    return isInside ? level : 1 - level;
  });
}
