/** How many readings are wrong among those that a reader is sure of.
 *
 * @module
 */

/** What a reader said, and whether it was right. */
export interface JudgedReading {
  /** How sure the reader was, 0 to 1. */
  readonly confidence: number;
  /** Whether it said what is written there. */
  readonly isRight: boolean;
}

/** What happens if only readings from some confidence on are taken, and the others left to people. */
export interface RiskCoveragePoint {
  /** The least confidence that is taken, 0 to 1. */
  readonly threshold: number;
  /** How many readings have it or more. */
  readonly read: number;
  /** How many of these are wrong. */
  readonly wrong: number;
  /** `read` as a share of all readings, above 0, at most 1. */
  readonly coverage: number;
  /** `wrong` as a share of `read`, 0 to 1. */
  readonly risk: number;
}

/** The risk-coverage curve of a reader that may decline
 * ([El-Yaniv and Wiener, 2010](https://jmlr.org/papers/v11/el-yaniv10a.html), On the Foundations of
 * Noise-free Selective Classification, Journal of Machine Learning Research 11): for each threshold of
 * confidence, what share is read and what share of that is wrong.
 *
 * Risk may rise and fall along the curve, most of all at its beginning, where it stands on few readings.
 *
 * @param readings in any order
 * @returns from the surest on, one point for each confidence that occurs: no threshold parts readings of
 * equal confidence. At the last point all are read
 * @throws {RangeError} if there is no reading, or a confidence is not 0 to 1
 *
 * @example
 * ```ts
 * import { riskCoverage } from "@lib/evaluate/risk_coverage.ts";
 * import { deepStrictEqual } from "node:assert";
 * const curve = riskCoverage([
 *   { confidence: 0.6, isRight: false },
 *   { confidence: 0.9, isRight: true },
 *   { confidence: 0.6, isRight: true },
 *   { confidence: 0.3, isRight: false },
 * ]);
 * deepStrictEqual(curve.map(({ threshold }) => threshold), [0.9, 0.6, 0.3]);
 * deepStrictEqual(curve.map(({ coverage }) => coverage), [0.25, 0.75, 1]);
 * deepStrictEqual(curve.map(({ risk }) => risk), [0, 1 / 3, 0.5]);
 * ```
 */
export function riskCoverage(readings: readonly JudgedReading[]): RiskCoveragePoint[] {
  if (readings.length === 0) {
    throw new RangeError(
      "Cannot weigh risk against coverage: found no reading, wanted at least one",
    );
  }
  readings.forEach(({ confidence }, index) => {
    if (confidence >= 0 && confidence <= 1) return;
    throw new RangeError(
      `Cannot weigh risk against coverage: found confidence ${confidence} of reading ${index}, ` +
        "wanted 0 to 1",
    );
  });
  const surestFirst = readings.toSorted((a, b) => b.confidence - a.confidence);
  const curve: RiskCoveragePoint[] = [];
  let wrong = 0;
  for (const [index, { confidence, isRight }] of surestFirst.entries()) {
    if (!isRight) wrong++;
    if (surestFirst[index + 1]?.confidence === confidence) continue;
    const read = index + 1;
    const [coverage, risk] = [read / readings.length, wrong / read];
    curve.push({ threshold: confidence, read, wrong, coverage, risk });
  }
  return curve;
}
