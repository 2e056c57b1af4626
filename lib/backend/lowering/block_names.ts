import type { Block } from "./blocks.ts";

/** What a block is called: `convolution`, and in full `convolution 2 + pooling`. */
export interface BlockName {
  readonly kind: string;
  readonly name: string;
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

/** Names of blocks, first to last: numbered where there are several of a kind, with what they take
 * along. */
export function blockNames(blocks: readonly Block[]): BlockName[] {
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
