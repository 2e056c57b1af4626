/** From which confidence on a reader may be believed.
 *
 * @module
 */

import { accuracyInterval, type Level } from "./interval.ts";
import type { RiskCoveragePoint } from "./risk_coverage.ts";

/** A threshold of confidence to work with. */
export interface OperatingPoint extends RiskCoveragePoint {
  /** The high end of the confidence interval of the risk, 0 to 1. Where it is above what was asked for,
   * the readings allow for so low a risk, but are too few to show it. */
  readonly riskAtMost: number;
}

/** The threshold at which the most is read while no more than some share of it is wrong.
 *
 * The bound is of a threshold that was set before the readings were seen. One that is chosen by them
 * looks better than it is: measure it on other readings before it is relied on.
 *
 * @param curve as {@link riskCoverage} gives it
 * @param mostWrong the largest share of what is read that may be wrong, 0 to 1: 0.01, 0.001
 * @param level how sure the bound is, of an interval with two ends: 0.9, 0.95 or 0.99
 * @returns of the points whose risk is at most `mostWrong` the one of largest coverage, also where risk is
 * higher before it; undefined where no point has so low a risk, as nothing can be read then
 * @throws {RangeError} if the curve is empty, `mostWrong` is not 0 to 1, or the level is not offered
 *
 * @example
 * ```ts
 * import { operatingPoint } from "@lib/evaluate/operating_point.ts";
 * import { riskCoverage } from "@lib/evaluate/risk_coverage.ts";
 * import { strictEqual } from "node:assert";
 * const sure = Array.from({ length: 50 }, () => ({ confidence: 0.99, isRight: true }));
 * const curve = riskCoverage([...sure, { confidence: 0.4, isRight: false }]);
 * const { threshold, wrong, read, riskAtMost } = operatingPoint(curve, 0.01)!;
 * strictEqual(`${wrong} of ${read} from ${threshold} on`, "0 of 50 from 0.99 on");
 * strictEqual(riskAtMost.toFixed(3), "0.071"); // so few readings do not show 1 %
 * ```
 */
export function operatingPoint(
  curve: readonly RiskCoveragePoint[],
  mostWrong: number,
  level: Level = 0.95,
): OperatingPoint | undefined {
  if (curve.length === 0) {
    throw new RangeError(
      "Cannot choose a threshold: found a curve without points, wanted at least one",
    );
  }
  if (!(mostWrong >= 0 && mostWrong <= 1)) {
    throw new RangeError(
      `Cannot choose a threshold for ${mostWrong} wrong: wanted a share of 0 to 1`,
    );
  }
  const point = curve.filter(({ risk }) => risk <= mostWrong)
    .reduce<RiskCoveragePoint | undefined>(
      (most, one) => most === undefined || one.coverage > most.coverage ? one : most,
      undefined,
    );
  if (point === undefined) return undefined;
  const { read, wrong } = point;
  return { ...point, riskAtMost: 1 - accuracyInterval(read - wrong, read, level)[0] };
}
