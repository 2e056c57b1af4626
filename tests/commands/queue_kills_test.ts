import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { rngFromSeed } from "@lib/base/rng.ts";
import { WorkQueue } from "@lib/queue/work_queue.ts";
import { assert, assertEquals, assertStringIncludes } from "../support/assert.ts";
import { writeDigitDocuments } from "../support/digit_documents.ts";
import { writeIdxFolder } from "../support/idx_folder.ts";
import { runTask, type TaskRun } from "../support/run_task.ts";
import { startCommand } from "../support/start_command.ts";
import { tinyData } from "../support/tiny_data.ts";
import { withFolder } from "../support/with_folder.ts";
import { noPostgres, type Postgres, withPostgres } from "../support/with_postgres.ts";

const trials = 20;

/** Runs a task that must succeed; of files one may be broken. */
async function run(name: string, line: readonly string[], codes = [0]): Promise<TaskRun> {
  const result = await runTask(name, line);
  assertEquals(codes.includes(result.code), true, result.stderr);
  return result;
}

/** The line of a study in `folder`. */
function studyLine(folder: string, name: string): string[] {
  return [
    ...["--profile", "smoke", "--data", join(folder, "images"), "--images", "300"],
    ...["--epochs", "3", "--trials", `${trials}`, "--at-once", "8"],
    ...["--study", join(folder, `${name}.jsonl`), "--out", join(folder, `${name}.json`)],
  ];
}

/** The lines of a file without the time that trials took, sorted. */
async function linesOf(path: string): Promise<string[]> {
  const text = await Deno.readTextFile(path);
  return text.trim().replaceAll(/"seconds":[^,}]+/g, '"seconds":0').split("\n").sort();
}

/** Files that are read, and trials that have ended. */
async function done({ run }: Postgres): Promise<number> {
  const files = "SELECT count(*) FROM digits.result WHERE page = 0";
  return Number(await run(`SELECT (${files}) + (SELECT count(*) FROM digits.trial)`));
}

/** Kills the oldest worker by SIGKILL, as often as is said, and starts another in its place: a second after the one
 * before, or more where nothing has been done since. The database is restarted once. */
async function kill(
  postgres: Postgres,
  workers: Deno.ChildProcess[],
  { kills, start }: { readonly kills: number; readonly start: () => Deno.ChildProcess },
): Promise<void> {
  for (let before = 0, count = 0; count < kills; count++) {
    await delay(1000);
    for (let now = before; now === before;) now = await done(postgres);
    const oldest = workers.shift()!;
    oldest.kill("SIGKILL");
    assertEquals((await oldest.status).signal, "SIGKILL");
    workers.push(start());
    if (count === 2) await postgres.restart();
    before = await done(postgres);
  }
}

Deno.test({
  name: `a queue of 300 pages and ${trials} trials is as one process does it, through kills` +
    (noPostgres === undefined ? "" : ` (passed over: ${noPostgres})`),
  ignore: noPostgres !== undefined,
  fn: () =>
    withPostgres((postgres) =>
      withFolder(async (folder) => {
        const { url } = postgres;
        const [forTrain, forTest] = [0, 1].map((part) => rngFromSeed(1).fork(part));
        const sets = { train: tinyData(900, forTrain), test: tinyData(40, forTest) };
        await Deno.mkdir(join(folder, "images"));
        await writeIdxFolder(join(folder, "images"), sets);
        const paths = await writeDigitDocuments(folder, 151, [2, 2]);
        const whole = join(folder, "pages.jsonl");
        await Promise.all([
          run("tune", studyLine(folder, "alone")),
          run("predict", ["--single", "--workers", "1", "--out", whole, ...paths], [1]),
        ]);

        const queue = await WorkQueue.open(new URL(url), { heartbeatSeconds: 10 });
        await queue.close();
        const sent = await run("predict", ["--queue", url, ...paths]);
        assertEquals(sent.stdout, "Sent 151 files, 0 of them sent before\n");
        const study = run("tune", ["--queue", url, ...studyLine(folder, "sent")]);
        const start = (): Deno.ChildProcess =>
          startCommand("worker", ["--queue", url, "--single", "--workers", "1"]);
        const workers = Array.from({ length: 3 }, start);
        await kill(postgres, workers, { kills: 6, start });
        await study;
        while (await done(postgres) < paths.length + trials) await delay(100);
        for (const worker of workers) worker.kill("SIGINT");
        for (const worker of workers) assertEquals((await worker.status).code, 130);

        const results = join(folder, "results.jsonl");
        const written = await run("queue", ["--queue", url, "--results", results]);
        assertStringIncludes(written.stderr, "wrote 301 results");
        assertEquals(await linesOf(results), await linesOf(whole));
        const [sentLines, aloneLines] = await Promise.all(
          ["sent", "alone"].map((name) => linesOf(join(folder, `${name}.jsonl`))),
        );
        assertEquals(sentLines, aloneLines);
        assertEquals(sentLines.length, 1 + trials);
        const { stdout } = await run("queue", ["--queue", url, "--json"]);
        const { waiting, running, dead, files, pages, trials: ran } = JSON.parse(stdout);
        assertEquals([waiting, running, dead, files, pages], [0, 0, 0, 151, 301]);
        assertEquals(ran, { waiting: 0, running: 0, dead: 0, done: trials });
        const lost = await postgres.run(
          "SELECT count(*) FROM digits_queue.job WHERE retry_count > 0",
        );
        assert(Number(lost) > 0, "no kill met a worker at work");
      })
    ),
});
