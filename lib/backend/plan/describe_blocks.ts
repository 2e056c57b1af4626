import type { Block } from "../lowering/blocks.ts";
import { weightsOf } from "../lowering/blueprint.ts";
import { convolutionAlgorithm } from "../lowering/convolution_algorithm.ts";
import { multiplyAdds } from "../lowering/multiply_adds.ts";
import type { Shape } from "../lowering/operation.ts";

/** What is known of a part of a training step before the first one. */
export interface PlanPart {
  /** What it is: `convolution`. */
  readonly kind: string;
  /** The same in full: `convolution 2 + pooling`. */
  readonly name: string;
  /** Floating-point operations of both passes for a whole batch, a multiply-add being two, as the
   * formula of a convolution or a dense layer has them; 0 of anything else. */
  readonly operations: number;
  /** Whether it is computed by Winograd's method, with fewer operations than these. */
  readonly isWinograd: boolean;
}

const kinds: Readonly<Record<Block["kind"], string>> = {
  convolution: "convolution",
  batchNorm: "batch norm",
  dense: "dense layer",
  maxPool: "max pooling",
  averagePool: "average pooling",
  relu: "ReLU",
  flatten: "flatten",
};

/** Names the blocks of a plan and counts what they compute.
 *
 * @param inputs the shape that each block takes
 * @param batch how many images a step has
 */
export function describeBlocks(
  blocks: readonly Block[],
  inputs: readonly Shape[],
  batch: number,
): PlanPart[] {
  const names = blockNames(blocks);
  const first = blocks.findIndex((block) => weightsOf(block).length > 0);
  return blocks.map((block, i) => {
    // The gradient to the weights takes as many again, that to the input too, where it is wanted.
    const passes = i === first ? 2 : 3;
    const operations = passes * 2 * batch * operationsOf(block, inputs[i]);
    return { ...names[i], operations, isWinograd: isWinograd(block) };
  });
}

/** Kinds and names, first to last: numbered where there are several of a kind, with what they take
 * along. */
function blockNames(blocks: readonly Block[]): Pick<PlanPart, "kind" | "name">[] {
  const seen = new Map<string, number>();
  return blocks.map((block) => {
    const kind = kinds[block.kind];
    const count = blocks.filter((other) => other.kind === block.kind).length;
    const number = (seen.get(kind) ?? 0) + 1;
    seen.set(kind, number);
    const along = [
      ...("pool" in block && block.pool ? ["pooling"] : []),
      ...("relu" in block && block.relu ? ["ReLU"] : []),
    ];
    return { kind, name: [count > 1 ? `${kind} ${number}` : kind, ...along].join(" + ") };
  });
}

/** Multiply-adds of a block's forward pass for one image; 0 for blocks without such sums. */
function operationsOf(block: Block, [height, width]: Shape): number {
  if (block.kind === "dense") return multiplyAdds(block.matrix.shape, 1);
  if (block.kind !== "convolution") return 0;
  const [kh, kw] = block.filter.shape as number[];
  const pixels = block.isPadded ? height * width : (height - kh + 1) * (width - kw + 1);
  return multiplyAdds(block.filter.shape, pixels);
}

function isWinograd(block: Block): boolean {
  if (block.kind !== "convolution") return false;
  const [kh, kw, C, O] = block.filter.shape as number[];
  return convolutionAlgorithm(kh, kw, [C, O]) === "winograd";
}
