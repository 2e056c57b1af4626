import { assertEquals, assertRejects } from "../../support/assert.ts";
import { AsyncQueue } from "@lib/report/jupyter/kernel_client.ts";

Deno.test("AsyncQueue hands out in order, to one who came before the item or after", async () => {
  const queue = new AsyncQueue<number>();
  const early = queue.take();
  queue.put(1);
  queue.put(2);
  assertEquals([await early, await queue.take()], [1, 2]);
});

Deno.test("AsyncQueue hands out what is left, then throws the first reason", async () => {
  const queue = new AsyncQueue<number>();
  queue.put(1);
  queue.fail(new RangeError("first"));
  queue.fail(new TypeError("second"));
  assertEquals(await queue.take(), 1);
  await assertRejects(() => queue.take(), RangeError, "first");

  const waiting = new AsyncQueue<number>();
  const taken = assertRejects(() => waiting.take(), RangeError, "late");
  waiting.fail(new RangeError("late"));
  await taken;
});
