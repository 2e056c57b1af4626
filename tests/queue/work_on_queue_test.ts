import { setTimeout as delay } from "node:timers/promises";
import type { QueuedFile } from "@lib/queue/queued_file.ts";
import { type JobSource, workOnQueue } from "@lib/queue/work_on_queue.ts";
import type { TakenJob } from "@lib/queue/work_queue.ts";
import { assert, assertEquals } from "../support/assert.ts";

/** Files that could not be read when they were sent: what comes of them is known at once. */
function unreadable(count: number): TakenJob[] {
  return Array.from({ length: count }, (_, i) => {
    const name = `${i}.png`;
    const data: QueuedFile = { kind: "file", name, file: `/${name}`, error: "missing" };
    return { id: name, data } as TakenJob;
  });
}

/** Works on files, one at a time, and tells what happened, in order.
 *
 * @param completed waits until what came of a file is written
 */
async function eventsOf(
  count: number,
  completed: (name: string, events: readonly string[]) => Promise<void>,
): Promise<string[]> {
  const jobs = unreadable(count);
  const events: string[] = [];
  const queue: JobSource = {
    take: () => {
      const job = jobs.shift();
      if (job !== undefined) events.push(`take ${job.data.name}`);
      return Promise.resolve(job);
    },
    touch: () => Promise.resolve(),
    fail: () => Promise.reject(new Error("no file fails")),
    isDone: () => Promise.resolve(true),
    complete: async ({ data: { name } }) => {
      await completed(name, events);
      events.push(`write ${name}`);
      return true;
    },
  };
  await workOnQueue(queue, {
    workers: 1,
    setup: {},
    isUntilEmpty: true,
    signal: new AbortController().signal,
    lineOf: (name) => {
      events.push(`read ${name}`);
      return name;
    },
    done: () => {},
    note: () => {},
  });
  return events;
}

Deno.test("workOnQueue() takes the next file before it has read one, and writes while it reads the next", async () => {
  const isNextRead = async (name: string, events: readonly string[]): Promise<void> => {
    const next = `read ${parseInt(name) + 1}.png`;
    for (let tries = 0; tries < 100 && !events.includes(next); tries++) await delay(20);
  };
  const events = await eventsOf(
    4,
    (name, seen) => name === "3.png" ? Promise.resolve() : isNextRead(name, seen),
  );
  const place = (event: string): number => {
    assert(events.includes(event), event);
    return events.indexOf(event);
  };
  for (const i of [0, 1, 2]) {
    assert(place(`take ${i + 1}.png`) < place(`write ${i}.png`), events.join(", "));
    assert(place(`read ${i + 1}.png`) < place(`write ${i}.png`), events.join(", "));
  }
});

Deno.test("workOnQueue() holds no more than the file at hand, the next, and the one before", async () => {
  const events = await eventsOf(12, () => delay(5));
  let held = 0;
  for (const event of events) {
    if (event.startsWith("take")) held++;
    if (event.startsWith("write")) held--;
    assert(held <= 3, events.join(", "));
  }
  assertEquals(held, 0);
});
