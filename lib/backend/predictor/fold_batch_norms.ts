import type { Block } from "../lowering/blocks.ts";
import type { BatchNorm, Pool } from "../lowering/operation.ts";
import type { ValuesOf } from "./predictor_step.ts";

type Of<Kind extends Block["kind"]> = Extract<Block, { kind: Kind }>;

/** A block as it predicts: a convolution or a dense layer takes along the batch normalisation that
 * follows. Then its order is: product, pool where there is one, normalisation, ReLU where there is one.
 */
export type PredictorBlock =
  | (Of<"convolution"> | Of<"dense">) & { readonly batchNorm: BatchNorm | undefined }
  | Of<"batchNorm">
  | Pool
  | Of<"relu" | "flatten">;

/** Joins each batch normalisation with the convolution or the dense layer right before it. */
export function foldBatchNorms(blocks: readonly Block[]): PredictorBlock[] {
  const folded: PredictorBlock[] = [];
  for (const block of blocks) {
    const last = folded.at(-1);
    const isFree = (last?.kind === "convolution" || last?.kind === "dense") &&
      last.batchNorm === undefined && !last.relu;
    if (block.kind === "batchNorm" && isFree) {
      folded[folded.length - 1] = { ...last, relu: block.relu, batchNorm: block };
    } else if (block.kind === "convolution" || block.kind === "dense") {
      folded.push({ ...block, batchNorm: undefined });
    } else {
      folded.push(block);
    }
  }
  return folded;
}

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

/** Folds a scale and a shift for each output into the product before them:
 *
 *     (x · W + b) · scale + shift  =  x · (W · scale) + (b · scale + shift)
 *
 * @param weights `[…, outputs]`
 * @param offsets `[outputs]`
 */
export function foldInto(
  weights: Float32Array,
  offsets: Float32Array,
  { scale, shift }: { readonly scale: Float32Array; readonly shift: Float32Array },
): { readonly weights: Float32Array; readonly offsets: Float32Array } {
  return {
    weights: weights.map((weight, i) => weight * scale[i % scale.length]),
    offsets: offsets.map((offset, i) => offset * scale[i] + shift[i]),
  };
}
