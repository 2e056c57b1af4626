import type { Box } from "../preprocess/box.ts";
import type { Classified } from "./classify.ts";

/** A digit that was read. */
export interface ReadDigit extends Classified {
  /** Where it is, in pixels of the image as it is seen (orientation applied). */
  readonly box: Box;
  /** `[784]`, what the model saw: 0 paper to 255 full stroke. */
  readonly form: Uint8Array;
}
