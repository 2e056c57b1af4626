/** What the cutter's experiment draws, learns and measures. Chosen by hand on contact sheets of labelled candidates
 * and by the time it takes; none was searched for.
 *
 * @module
 */

/** Lines as `drawCuts` draws them. */
export const drawLimits = {
  /** Pixels, where a digit is 20 high: the widest line. Wider ones hold more digits, and take longer. */
  widest: 132,
  /** Times as large as MNIST has digits; the logarithm is uniform. Larger ones cut as photographs do and take
   * longer; at 1 seams have too few columns to run in. */
  scale: [1.4, 2.8],
  /** Pixels of paper around a line: blur needs some. */
  margin: 4,
  /** Shares of lines that are blurred and noisy, and whose contrast is stretched. */
  blurred: 0.5,
  noisy: 0.3,
  contrasted: 0.4,
  /** Deviation of the blur, in pixels, and of the noise, in levels. More, and what is written is lost. */
  blur: [0.3, 1.2],
  noise: [2, 16],
  /** The level that becomes paper, and how far above it full ink begins, as parts of the strongest ink. */
  paper: [0, 0.25],
  span: [0.3, 0.75],
} as const;

/** What a candidate is by the ink that it holds; parts of 1. */
export const labelLimits = {
  /** Level, 1 to 255, of the strokes that count: fainter ink is the soft edge of one. Higher, thin and pale strokes
   * do not count. */
  stroke: 64,
  /** A digit has at least so much of its ink, and at most so much foreign ink. Stricter, fewer ways to cut a digit
   * are learned as right; laxer, some that look like others are in. */
  whole: 0.88,
  clean: 0.1,
  /** What has at most so much of any digit's ink is a piece; what has at least so much foreign ink a join. Nearer
   * to the limits of digits, what nobody could tell is learned for sure. */
  piece: 0.7,
  join: 0.25,
} as const;

/** How the cutter learns. */
export const trainingLimits = {
  /** Candidates drawn and shuffled together, half of them digits. More mix better, and take memory. */
  chunk: 4096,
  /** Candidates a step. */
  batch: 64,
  /** The highest learning rate of the cycle: it begins with weights that were trained already, so that a lower
   * one than theirs is enough. Not searched. */
  learningRate: 0.05,
  warmUp: 0.1,
  momentum: 0.9,
  weightDecay: 5e-4,
} as const;

/** Share of the candidates it learns from that are no digit. */
export const nonDigitsLearned = 0.5;
