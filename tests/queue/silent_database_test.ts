import { patiently } from "@lib/queue/patiently.ts";
import { WorkQueue } from "@lib/queue/work_queue.ts";
import { assert, assertEquals } from "../support/assert.ts";
import { SilentProxy } from "../support/silent_proxy.ts";
import { noPostgres, withPostgres } from "../support/with_postgres.ts";

const file = { kind: "file", name: "a.png", file: "/a.png" } as const;

Deno.test({
  name: "a database that falls silent, and closes nothing, is waited for as one that is away",
  ignore: noPostgres !== undefined,
  fn: () =>
    withPostgres(async ({ url: direct }) => {
      const url = new URL(direct);
      using proxy = new SilentProxy(Number(url.port));
      url.port = `${proxy.port}`;
      const notes: string[] = [];
      const signal = new AbortController().signal;
      const ask = <T>(work: () => Promise<T>): Promise<T> =>
        patiently(work, { signal, note: (text) => notes.push(text) });

      // Its tables are made on the direct way, which waits as long as a busy machine needs.
      const made = await WorkQueue.open(new URL(direct));
      await made.send([file]);
      await made.close();

      const queue = await ask(() => WorkQueue.open(url, { answerMs: 3000 }));
      notes.length = 0; // of what came before it fell silent
      proxy.fallSilent();
      const job = await ask(() => queue.take());
      assertEquals(job?.data.name, file.name);
      assert(notes.length > 0, "it answered, though it was silent");

      notes.length = 0;
      proxy.fallSilent();
      const line = JSON.stringify({ name: file.name });
      assertEquals(await ask(() => queue.complete(job!, { lines: [line] })), true);
      assert(notes.length > 0, "it answered, though it was silent");
      assertEquals((await ask(() => queue.counts())).pages, 1);
      await queue.close();
    }),
});
