/** Pictures in their colours.
 *
 * @module
 */

/** A colour picture of any size.
 *
 * @example
 * ```ts
 * import { strictEqual } from "node:assert";
 * import type { ColourImage } from "@lib/preprocess/decode/colour_image.ts";
 * const pixels = Uint8Array.of(255, 0, 0, 0, 0, 255);
 * const redAndBlue: ColourImage = { width: 2, height: 1, channels: 3, pixels };
 * strictEqual(redAndBlue.pixels[redAndBlue.channels + 2], 255);
 * ```
 */
export interface ColourImage {
  /** Columns. */
  readonly width: number;
  /** Rows. */
  readonly height: number;
  /** 1 grey, 2 grey with opacity, 3 sRGB, 4 sRGB with opacity. */
  readonly channels: 1 | 2 | 3 | 4;
  /** `[height × width × channels]`, row by row; opacity is 0 transparent to 255 opaque. */
  readonly pixels: Uint8Array;
}

/** A decoded picture in its colours. */
export interface DecodedColours extends ColourImage {
  /** The size of the picture in the file, where it was made smaller. */
  readonly full?: { readonly width: number; readonly height: number };
}
