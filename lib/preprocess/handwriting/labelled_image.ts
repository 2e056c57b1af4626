/** What is seen, and what a reader shall say of it. */
export interface LabelledImage {
  /** `[784]`, 0 paper to 255 full stroke. */
  readonly pixels: Uint8Array;
  /** A digit, 0 to 9, or `nonDigitClass`. */
  readonly label: number;
}
