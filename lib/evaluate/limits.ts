/** Limits of an evaluation: into how many parts confidence is divided, how often images are drawn again, and
 * which errors a reader's user may put up with.
 *
 * @module
 */

/** What an evaluation reports unless it is told otherwise. */
export const evaluationLimits = {
  /** Bins of confidence. More of them show finer differences and hold fewer images each, so that chance alone
   * makes the calibration error larger; with fewer, errors of two signs cancel in a bin. 10 and 15 are usual;
   * not measured here. */
  bins: 10,
  /** Resamples of the bootstrap. With more, the ends of the intervals depend less on the seed: with 200, each
   * end lies between the fifth and the sixth most extreme resample of its side. Thousands are usual in print;
   * 200 of 10,000 images take about half a second. */
  resamples: 200,
  /** Shares of what is read that may be wrong, the largest first. 1 % is what the first readers of US postal
   * codes were tuned to (LeCun et al., 1989, https://doi.org/10.1162/neco.1989.1.4.541, reject 12 % for it);
   * of a code of five digits at 0.1 % each, one in 200 is misread. */
  mostWrong: [0.01, 0.001, 0.0001],
  /** Share of a test that two equally good readers pass for different: 0.05 is convention. Lower, and real
   * differences go unseen; higher, and chance passes for one. */
  significance: 0.05,
} as const;
