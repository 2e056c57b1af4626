import { blockNames } from "@lib/backend/lowering/block_names.ts";
import { blueprintOf } from "@lib/backend/lowering/blueprint.ts";
import { assertEquals } from "../../support/assert.ts";
import { compact, kerasLike } from "../plan/models.ts";

Deno.test("blockNames() numbers what occurs several times, and tells what went along", () => {
  const names = [compact(), kerasLike()].map((model) =>
    blockNames(blueprintOf(model)!.blocks).map(({ name }) => name)
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

Deno.test("blockNames() gives all of a kind the same kind", () => {
  const kinds = blockNames([{ kind: "relu" }, { kind: "maxPool" }, { kind: "relu" }]);
  assertEquals(kinds, [
    { kind: "ReLU", name: "ReLU 1" },
    { kind: "max pooling", name: "max pooling" },
    { kind: "ReLU", name: "ReLU 2" },
  ]);
});
