/** How image files of the user's own are taken. Chosen by hand, not
 * measured where nothing else is said. */
export const sourceLimits = {
  /** After so many images that cannot be read, the others are not tried. Higher, it takes longer to
   * hear of a folder that is all wrong; lower, fewer faults are mended at a time. */
  mostFaults: 10,

  /** Share of the images, 0 to 1, in which no ink may be found; they are left out, and that is told. A
   * tightly cut 1 of a single width is all ink, and nothing tells it from a blank sheet: among digits of
   * MNIST that were cut so, these were 1 %. Higher, a folder of blank images goes through; lower, a data
   * set is refused for a few. */
  mostBlank: 0.05,

  /** Share of the images of 28 × 28, 0 to 1, that may look the other way round (bright on dark among
   * dark on light) before it is told. MNIST has none. Higher, a mixed data set goes unnoticed; lower,
   * a few tightly cut digits give a false alarm. */
  mostOdd: 0.05,
} as const;
