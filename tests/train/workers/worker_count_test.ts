import { assertEquals } from "../../support/assert.ts";
import { workerCount } from "@lib/train/workers/worker_count.ts";

Deno.test("workerCount() takes every core that has 16 images of a batch", () => {
  assertEquals(workerCount(32, 110_000, 2), 2);
  assertEquals(workerCount(32, 110_000, 16), 2);
  assertEquals(workerCount(64, 110_000, 16), 4);
  assertEquals(workerCount(128, 110_000, 4), 4);
  assertEquals(workerCount(31, 110_000, 4), 1);
  assertEquals(workerCount(1, 110_000, 4), 1);
});

Deno.test("workerCount() starts no workers for a run that is over at once", () => {
  assertEquals(workerCount(128, 49_999, 4), 1);
  assertEquals(workerCount(128, 50_000, 4), 4);
});
