/** What is drawn of a reading.
 *
 * @module
 */
import type { Box } from "../../image/box.ts";
import type { Degrees } from "../../image/turn_box.ts";
import type { Sign } from "../segment/signs.ts";

/** A digit on a picture. */
export interface BoxedDigit {
  readonly digit: number;
  /** 0 to 1. */
  readonly confidence: number;
  readonly box: Box;
}

/** A sign between digits. */
export interface BoxedSign {
  readonly sign: Sign;
  readonly box: Box;
  /** How many digits of its line stand before it. */
  readonly after: number;
}

/** What was read on a picture, with boxes in its pixels; a `Reading` is one. */
export interface BoxedReading {
  readonly digits: readonly BoxedDigit[];
  readonly lines: readonly {
    readonly digits: readonly { readonly box: Box }[];
    readonly separators: readonly BoxedSign[];
  }[];
  /** What was left out. */
  readonly rejected: readonly { readonly box: Box }[];
  /** How far the writing lies turned from upright, clockwise, in degrees. */
  readonly turned: Degrees;
}

/** The same reading with other boxes. */
export function mapBoxes(reading: BoxedReading, map: (box: Box) => Box): BoxedReading {
  const moved = <Item extends { readonly box: Box }>(item: Item): Item => {
    return { ...item, box: map(item.box) };
  };
  return {
    turned: reading.turned,
    digits: reading.digits.map(moved),
    lines: reading.lines.map(({ digits, separators }) => {
      return { digits: digits.map(moved), separators: separators.map(moved) };
    }),
    rejected: reading.rejected.map(moved),
  };
}
