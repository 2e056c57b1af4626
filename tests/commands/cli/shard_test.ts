import { UsageError } from "@lib/commands/cli/arguments.ts";
import { inShard, shardOption } from "@lib/commands/cli/shard.ts";
import { assertEquals, assertThrows } from "../../support/assert.ts";

Deno.test("inShard() gives each item to one of the parts, in its order", async () => {
  for (let of = 1; of < 8; of++) {
    const items = Array.from({ length: 3 * of + of % 3 }, (_, i) => i);
    const parts = [];
    for (let part = 1; part <= of; part++) {
      const items_ = await Array.fromAsync(inShard(items, { part, of }));
      assertEquals(items_, items_.toSorted((one, other) => one - other));
      parts.push(...items_);
    }
    assertEquals(parts.toSorted((one, other) => one - other), items);
  }
});

Deno.test("shardOption() takes a part, or asks the variables of Slurm and Kubernetes", () => {
  assertEquals(shardOption("2/5"), { part: 2, of: 5 });
  const slurm = {
    SLURM_ARRAY_TASK_ID: "12",
    SLURM_ARRAY_TASK_MIN: "10",
    SLURM_ARRAY_TASK_COUNT: "4",
  };
  assertEquals(shardOption("auto", slurm), { part: 3, of: 4 });
  const { SLURM_ARRAY_TASK_MIN: _, ...fromZero } = slurm;
  assertEquals(shardOption("auto", { ...fromZero, SLURM_ARRAY_TASK_ID: "0" }), { part: 1, of: 4 });
  const kubernetes = { JOB_COMPLETION_INDEX: "0", JOB_COMPLETIONS: "3" };
  assertEquals(shardOption("auto", kubernetes), { part: 1, of: 3 });
});

Deno.test("shardOption() refuses what is no part", () => {
  for (const given of ["", "0/3", "4/3", "1/0", "1", "a/b", "1/2/3", "-1/3"]) {
    assertThrows(() => shardOption(given), UsageError, "wanted i/n");
  }
  for (
    const variables of [
      {},
      { SLURM_ARRAY_TASK_ID: "3" },
      { JOB_COMPLETION_INDEX: "3", JOB_COMPLETIONS: "3" },
      { JOB_COMPLETION_INDEX: "", JOB_COMPLETIONS: "3" },
    ]
  ) assertThrows(() => shardOption("auto", variables), UsageError, "--shard 2/5");
});
