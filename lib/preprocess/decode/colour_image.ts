/** A colour picture of any size. */
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
