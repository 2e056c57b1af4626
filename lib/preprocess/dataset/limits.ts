/** How small data sets, and such without test images, are split. Not measured. */
export const splitLimits = {
  /** The most that is held back for validation, 0 to 1: as much as the smallest profile holds back. A set
   * of a few hundred images has not the thousands that profiles keep of MNIST. Higher, less is left to
   * learn from; lower, the best epoch is chosen by fewer images. */
  mostValidation: 0.2,

  /** Share of the images, 0 to 1, that is kept for testing where there are no test images: a seventh, as
   * in MNIST. Higher, fewer are left to learn from; lower, the accuracy is less certain. */
  testShare: 1 / 7,

  /** Seed by which these are drawn. It is not the run's: every run and every evaluation keeps the same
   * images, so none is scored on what it learned. Any other draws others; none is better. */
  testSeed: 1,
} as const;
