import type { Block } from "@lib/backend/lowering/blocks.ts";
import { blueprintOf } from "@lib/backend/lowering/blueprint.ts";
import { describeBlocks, type PlanPart } from "@lib/backend/plan/describe_blocks.ts";
import { assertEquals } from "../../support/assert.ts";
import { compact, kerasLike } from "./models.ts";

function described(blocks: readonly Block[]): PlanPart[] {
  return describeBlocks(blocks, blocks.map(() => [28, 28, 1] as const), 1);
}

Deno.test("describeBlocks() numbers what occurs several times, and tells what went along", () => {
  const names = [compact(), kerasLike()].map((model) =>
    described(blueprintOf(model)!.blocks).map(({ name }) => name)
  );
  assertEquals(names, [[
    "convolution 1 + pooling",
    "batch norm 1 + ReLU",
    "convolution 2 + pooling",
    "batch norm 2 + ReLU",
    "convolution 3",
    "batch norm 3 + ReLU",
    "flatten",
    "dense layer",
  ], [
    "convolution 1 + pooling + ReLU",
    "convolution 2 + pooling + ReLU",
    "flatten",
    "dense layer",
  ]]);
});

Deno.test("describeBlocks() gives all of a kind the same kind", () => {
  const blocks = [{ kind: "relu" }, { kind: "maxPool" }, { kind: "relu" }] as const;
  assertEquals(described(blocks).map(({ kind, name }) => ({ kind, name })), [
    { kind: "ReLU", name: "ReLU 1" },
    { kind: "max pooling", name: "max pooling" },
    { kind: "ReLU", name: "ReLU 2" },
  ]);
});
