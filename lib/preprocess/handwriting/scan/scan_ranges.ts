/** From where to where scans and cuts of synthetic digits vary. Lengths are fractions of the digit's size,
 * or pixels where the digit is 20 pixels high, as in MNIST. A pair is `[least, most]` of a uniform draw;
 * a share is a part of all digits that come that far, 0 to 1.
 *
 * All were chosen by eye on MNIST's training digits; none was searched for. Whoever moves one makes other
 * training images, and has to train the handwriting model again.
 *
 * @module */

/** What `degradeScan` draws. Stronger effects make more digits that no one can tell apart, and cost
 * accuracy on good scans; weaker ones cost accuracy on photographs and coarse scans. */
export const degradeRanges = {
  /** Pencil, chalk, a pen that runs dry: the share of digits; how much is lost, 0 to 1; the pixels over
   * which the ink changes, from a grain to half a digit, the logarithm uniform. */
  unevenInk: { share: 0.25, strength: [0.1, 0.9], leastSpacing: 1.2, mostTimesLeast: 10 },
  /** A lens out of focus: the share of digits, the deviation in pixels. */
  blur: { share: 0.25, deviation: [0.3, 1] },
  /** Few pixels: the share of digits, pixels along the longer side. With fewer than 7, an 8 and a 0 are
   * the same. */
  resolution: { share: 0.45, pixels: [7, 28] },
  /** A camera in little light: the share of digits, the deviation in levels, and below how many pixels of
   * paper around the digit get noise too. */
  noise: { share: 0.3, deviation: [2, 28], margin: 5 },
  /** Separating ink from paper: the share of digits; the level that becomes paper, and how far above it
   * full ink begins, as fractions of the strongest ink. Near 0 the image is black and white. */
  contrast: { share: 0.5, paper: [0, 0.4], span: [0.02, 0.6] },
} as const;

/** What `segmentationArtefacts` draws. Larger artefacts make other digits or none of a digit: a longer
 * sliver is a 1, a deeper cut turns a 9 into a 7. Smaller ones leave what a page segmentation really does
 * unlearned. */
export const artefactRanges = {
  /** Share of badly cut digits of each kind. A gap, where a rule was removed, takes the rest. */
  shares: { edge: 0.3, sliver: 0.25, comma: 0.2, rule: 0.12 },
  /** How much of the width or the height is cut off at one edge. */
  edgeDepth: [0, 0.13],
  sliver: {
    /** The widest, as a part of the digit's width. */
    mostWidth: 1 / 5,
    /** Pixels of the shortest, and below how many more. */
    leastHeight: 3,
    moreHeight: 8,
    /** Pixels between digit and sliver: this, and below how many more. */
    leastGap: -1,
    moreGap: 5,
  },
  comma: {
    /** Pixels beside the digit. */
    gap: [1, 4],
    /** Share at the right side. */
    right: 0.7,
    /** Where it begins, as a fraction of the height from the top. */
    row: [0.8, 1.05],
    /** Share of points; the pixels from end to end of the others; how far they lean to the left. */
    point: 0.5,
    length: [1, 5],
    lean: 0.4,
    /** Pixels. */
    strokeWidth: [1.2, 3],
  },
  rule: {
    /** Share of vertical ones. */
    vertical: 0.4,
    /** Where it begins and ends, as fractions of the digit's length along it: a vertical one is longer
     * than a 1 beside the digit would be. */
    verticalStart: [-0.25, -0.05],
    verticalEnd: [1.05, 1.25],
    horizontalStart: [-0.2, 0.4],
    horizontalEnd: [0.6, 1.2],
    /** Pixels beside the digit; below 0 it touches. */
    gap: [-1, 4],
    /** Pixels by which its ends differ: pages are seldom quite straight. */
    drift: [-1, 1],
    /** Pixels. */
    strokeWidth: [0.8, 1.8],
  },
  gap: {
    /** Share of nearly horizontal ones, and their angle in radians; the others have any. */
    horizontal: 0.7,
    angle: [-0.15, 0.15],
    /** Pixels: a broader one cuts a digit in two. */
    width: [0.6, 2.2],
  },
} as const;
