import type { Box } from "./box.ts";
import type { GreyImage } from "./image.ts";

/** A digit, or a piece of one, cut out of its page. */
export interface DigitInk {
  /** Where it is on the page. */
  readonly box: Box;
  /** Its own ink, as large as the box; that of neighbours in the same box is left out. */
  readonly ink: GreyImage;
}
