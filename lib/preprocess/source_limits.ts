/** How image files of the user's own are taken. Chosen by hand, not measured. */
export const sourceLimits = {
  /** After so many images that cannot be read, the others are not tried. Higher, it takes longer to
   * hear of a folder that is all wrong; lower, fewer faults are mended at a time. */
  mostFaults: 10,

  /** Share of the images of 28 × 28, 0 to 1, that may look the other way round (bright on dark among
   * dark on light) before it is told. MNIST has none. Higher, a mixed data set goes unnoticed; lower,
   * a few tightly cut digits give a false alarm. */
  mostOdd: 0.05,
} as const;
