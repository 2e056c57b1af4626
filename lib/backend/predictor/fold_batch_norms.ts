import type { Block } from "../lowering/blocks.ts";
import type { BatchNorm, Pool } from "../lowering/operation.ts";

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
