import { patiently } from "@lib/queue/patiently.ts";
import { assertEquals, assertRejects } from "../support/assert.ts";

const away = Object.assign(new Error("it is away"), { code: "ECONNREFUSED" });

/** What fails so often, and then gives how often it was asked. */
function failing(times: number, error: Error): () => Promise<number> {
  let asked = 0;
  return () => ++asked > times ? Promise.resolve(asked) : Promise.reject(error);
}

Deno.test("patiently() asks until the database answers, and says so", async () => {
  const notes: string[] = [];
  const patience = { signal: new AbortController().signal, note: notes.push.bind(notes) };
  assertEquals(await patiently(failing(2, away), patience), 3);
  assertEquals(notes, Array(2).fill("the database is away (it is away), trying again"));
});

Deno.test("patiently() gives up at once on other errors, on a signal, and when its time is over", async () => {
  const [quiet, signal] = [(): void => {}, new AbortController().signal];
  const refused = Object.assign(new Error("refused"), { code: "28P01" });
  const cases = [
    { error: refused, patience: { signal, note: quiet } },
    { error: away, patience: { signal: AbortSignal.abort(), note: quiet } },
    { error: away, patience: { signal, note: quiet, longestMs: 0 } },
  ];
  for (const { error, patience } of cases) {
    await assertRejects(() => patiently(failing(1, error), patience), Error, error.message);
  }
});
