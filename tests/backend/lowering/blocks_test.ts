import { type Block, blocksOf } from "@lib/backend/lowering/blocks.ts";
import type { Operation } from "@lib/backend/lowering/operation.ts";
import { assertEquals } from "../../support/assert.ts";

const weight = { id: 1, shape: [1] };
const relu = { kind: "relu" } as const;
const maxPool = { kind: "maxPool" } as const;
const convolution = {
  kind: "convolution",
  filter: weight,
  bias: undefined,
  isPadded: false,
} as const;
const dense = { kind: "dense", matrix: weight, bias: undefined } as const;
const batchNorm = {
  kind: "batchNorm",
  ...{ gamma: weight, beta: weight, runningMean: weight, runningVariance: weight },
  ...{ momentum: 0.9, epsilon: 0.1 },
} as const;

/** Blocks in short: `convolution+relu+pool`. */
function inShort(blocks: readonly Block[] | undefined): string[] | undefined {
  return blocks?.map((block) =>
    [
      block.kind,
      ...("relu" in block && block.relu ? ["relu"] : []),
      ...("pool" in block && block.pool ? ["pool"] : []),
    ].join("+")
  );
}

const cases: [operations: Operation[], blocks: string[] | undefined][] = [
  [[], []],
  [[convolution], ["convolution"]],
  [[convolution, relu, maxPool], ["convolution+relu+pool"]],
  [[convolution, maxPool, relu], ["convolution+relu+pool"]],
  [[convolution, maxPool, maxPool], ["convolution+pool", "maxPool"]],
  [[convolution, { kind: "averagePool" }], ["convolution", "averagePool"]],
  [[convolution, batchNorm, relu, maxPool], ["convolution", "batchNorm+relu", "maxPool"]],
  [[dense, relu, maxPool], ["dense+relu", "maxPool"]],
  [[maxPool, relu, relu], ["maxPool", "relu", "relu"]],
  [[convolution, convolution, relu], ["convolution", "convolution+relu"]],
  [[{ kind: "flatten" }, dense], ["flatten", "dense"]],
  [[dense, { kind: "softmax" }], undefined],
  [[convolution, { kind: "rescale", scale: 2, offset: 0 }], undefined],
];

for (const [operations, blocks] of cases) {
  const kinds = operations.map(({ kind }) => kind).join(", ");
  Deno.test(`blocksOf() joins ${kinds || "nothing"}: ${blocks?.join(", ") ?? "refused"}`, () => {
    assertEquals(inShort(blocksOf(operations)), blocks);
  });
}
