import type { Box } from "../image/box.ts";
import type { Classified } from "../model/classify.ts";

/** A digit that was read. */
export interface ReadDigit extends Classified {
  /** Where it is, in pixels of the image as it is seen (orientation applied). */
  readonly box: Box;
  /** `[784]`, what the model saw: 0 paper to 255 full stroke. */
  readonly normalised: Uint8Array;
}
