import type { BatchNorm, Convolution, Dense, Operation, Pool } from "./operation.ts";

/** What a plan computes in one step: an operation, with those behind it that it takes along. */
export type Block =
  | Convolution & { readonly relu: boolean; readonly pool: boolean }
  | BatchNorm & { readonly relu: boolean }
  | Dense & { readonly relu: boolean }
  | Pool
  | { readonly kind: "relu" | "flatten" };

/** A chain of operations as blocks.
 *
 * - a convolution takes a ReLU and a 2×2 max pool along, in either order: the largest of four numbers
 *   cut off at zero is the same either way;
 * - batch normalisation and dense layers take a ReLU along.
 *
 * @returns `undefined` if one of the operations belongs elsewhere: cropping and scaling behind the first
 *   block, softmax before the end
 */
export function blocksOf(operations: readonly Operation[]): Block[] | undefined {
  const blocks: Block[] = [];
  for (const operation of operations) {
    const block = blocks.at(-1);
    const extended = block === undefined ? undefined : extend(block, operation);
    if (extended !== undefined) {
      blocks[blocks.length - 1] = extended;
      continue;
    }
    const begun = begin(operation);
    if (begun === undefined) return undefined;
    blocks.push(begun);
  }
  return blocks;
}

function extend(block: Block, { kind }: Operation): Block | undefined {
  if (kind === "relu" && "relu" in block) return { ...block, relu: true };
  const isPooled = kind === "maxPool" && block.kind === "convolution" && !block.pool;
  return isPooled ? { ...block, pool: true } : undefined;
}

function begin(operation: Operation): Block | undefined {
  switch (operation.kind) {
    case "convolution":
      return { ...operation, relu: false, pool: false };
    case "batchNorm":
    case "dense":
      return { ...operation, relu: false };
    case "maxPool":
    case "averagePool":
      return operation;
    case "relu":
    case "flatten":
      return { kind: operation.kind };
    default:
      return undefined;
  }
}
