import type { BatchNorm } from "../lowering/operation.ts";
import type { ValuesOf } from "./predictor_step.ts";

/** Batch normalisation by the running averages, `γ (x − mean) / deviation + β`, as `x · scale + shift`.
 *
 * @returns `[channels]` each
 */
export function affineOf(
  { gamma, beta, runningMean, runningVariance, epsilon }: BatchNorm,
  valuesOf: ValuesOf,
): { readonly scale: Float32Array; readonly shift: Float32Array } {
  const [mean, variance, offset] = [runningMean, runningVariance, beta].map(valuesOf);
  const scale = valuesOf(gamma).map((factor, i) => factor / Math.sqrt(variance[i] + epsilon));
  return { scale, shift: scale.map((factor, i) => offset[i] - mean[i] * factor) };
}
